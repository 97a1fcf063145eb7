package replicationlab.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import replicationlab.checkpoint.Checkpoint;
import replicationlab.checkpoint.CheckpointException;
import replicationlab.checkpoint.CheckpointStore;
import replicationlab.lab.Lab;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.progress.ProgressFile;

/** Takes a checkpoint of the workbench when there is something worth going back to. */
final class StepCheckpoints {

  private final Workbench bench;
  private final Lab lab;
  private final Supplier<Boolean> sessionOpen;
  private final Consumer<String> note;
  private final ExecutorService finishing = Later.thread("lab checkpoints");
  private @Nullable CheckpointStore store;
  private boolean closed;

  /**
   * @param sessionOpen whether the lab holds a session with a base backup in it
   * @param note hears of what the person should know
   */
  StepCheckpoints(Workbench bench, Lab lab, Supplier<Boolean> sessionOpen, Consumer<String> note) {
    this.bench = bench;
    this.lab = lab;
    this.sessionOpen = sessionOpen;
    this.note = note;
  }

  synchronized CheckpointStore store() {
    CheckpointStore opened = store;
    if (opened == null) {
      opened = new CheckpointStore(bench.workspace());
      store = opened;
      if (closed) {
        opened.close();
      }
    }
    return opened;
  }

  /** All there are, the oldest first. */
  List<Checkpoint> all() {
    return Files.exists(bench.workspace().checkpoints()) ? store().all() : List.of();
  }

  /**
   * The numbers of those that are plainly damaged, whether anything else is known of them or not.
   */
  Set<String> damaged() {
    return Files.exists(bench.workspace().checkpoints()) ? store().plainlyDamaged() : Set.of();
  }

  /**
   * The checkpoint itself, or, if a backup was under way in it, the last one before that backup.
   *
   * @throws CheckpointException if there is none any more
   */
  Checkpoint withoutOpenBackup(Checkpoint wanted) {
    List<Checkpoint> before =
        all().stream()
            .takeWhile(checkpoint -> !checkpoint.id().equals(wanted.id()))
            .filter(checkpoint -> !checkpoint.backupOpen())
            .filter(checkpoint ->
                wanted.progress().passed().containsAll(checkpoint.progress().passed()))
            .toList();
    if (!wanted.backupOpen()) {
      return wanted;
    }
    if (before.isEmpty()) {
      throw new CheckpointException(
          "A backup was under way then, and no checkpoint from before it is left.");
    }
    return before.getLast();
  }

  /** Answers with nothing, and has said why, if there is none. */
  Optional<CheckpointStore.Taken> take(String step, Checkpoint.Kind kind) {
    return begin(step, kind).flatMap(this::finish);
  }

  /** The same, but what takes long is done while the lab goes on. */
  void takeMeanwhile(String step, Checkpoint.Kind kind) {
    begin(step, kind).ifPresent(this::finishMeanwhile);
  }

  private void finishMeanwhile(Supplier<CheckpointStore.Taken> begun) {
    try {
      finishing.execute(() -> finish(begun));
    } catch (RejectedExecutionException closing) {
      finish(begun); // which takes back what was begun
    }
  }

  /** Waits for what is being kept meanwhile. */
  void await() {
    Later.on(finishing, () -> true).exceptionally(closed -> false).join();
  }

  private Optional<Supplier<CheckpointStore.Taken>> begin(String step, Checkpoint.Kind kind) {
    List<Cluster> running = bench.running();
    if (!running.isEmpty() && !CheckpointStore.canHoldServers()) {
      note.accept(
          "No checkpoint: on this system one can be taken only while the servers are stopped.");
      return Optional.empty();
    }
    return orNote(() -> store().begin(describe(step, kind, running), servers(running)));
  }

  private Optional<CheckpointStore.Taken> finish(Supplier<CheckpointStore.Taken> begun) {
    Optional<CheckpointStore.Taken> taken = orNote(begun);
    taken.map(CheckpointStore.Taken::thinned).ifPresent(this::tellOf);
    return taken;
  }

  private void tellOf(List<Checkpoint> thinned) {
    if (!thinned.isEmpty()) {
      note.accept(
          "The checkpoints had grown over "
              + (CheckpointStore.LIMIT_BYTES >> 20)
              + " MB; the oldest are gone: after "
              + thinned.stream()
                  .map(gone -> "'" + lab.titleOf(gone.step()) + "'")
                  .collect(Collectors.joining(", "))
              + ".");
    }
  }

  private <T> Optional<T> orNote(Supplier<T> part) {
    try {
      return Optional.of(part.get());
    } catch (CancellationException closing) {
      return Optional.empty();
    } catch (CheckpointException | IllegalStateException e) {
      note.accept("No checkpoint was taken: " + e.getMessage() + ".");
      return Optional.empty();
    }
  }

  private Checkpoint describe(String step, Checkpoint.Kind kind, List<Cluster> running) {
    boolean primaryRuns = running.contains(bench.clusters().primary());
    boolean labelled = new DataDirectory(bench.clusters().primary().data()).has("backup_label");
    return new Checkpoint(
        "",
        step,
        kind,
        System.currentTimeMillis(),
        bench.workspace().folder().toString(),
        new ProgressFile(bench.workspace()).load(),
        running.stream().map(Cluster::name).collect(Collectors.toSet()),
        primaryRuns && (labelled || sessionOpen.get()),
        0);
  }

  private static Map<Path, Long> servers(List<Cluster> running) {
    Map<Path, Long> servers = new HashMap<>();
    for (Cluster cluster : running) {
      new DataDirectory(cluster.data())
          .server()
          .ifPresent(server -> servers.put(cluster.data(), server.pid()));
    }
    return servers;
  }

  synchronized void close() {
    closed = true;
    finishing.shutdown();
    if (store != null) {
      store.close();
    }
  }

  /** Nothing is at work in the workspace after this. */
  void awaitEnd() {
    boolean _ = LastStep.await(finishing);
  }
}
