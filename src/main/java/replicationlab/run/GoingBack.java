package replicationlab.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import replicationlab.checkpoint.Checkpoint;
import replicationlab.checkpoint.CheckpointException;
import replicationlab.checkpoint.CheckpointStore;
import replicationlab.checkpoint.Restoration;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.PortPair;
import replicationlab.progress.Progress;
import replicationlab.progress.ProgressFile;

/**
 * From the present state of the lab to that of a checkpoint: the present is kept, the servers stop,
 * the files are exchanged, and the servers that ran then run again.
 */
final class GoingBack {

  private final Workbench bench;
  private final StepCheckpoints checkpoints;
  private final Consumer<String> note;

  GoingBack(Workbench bench, StepCheckpoints checkpoints, Consumer<String> note) {
    this.bench = bench;
    this.checkpoints = checkpoints;
    this.note = note;
  }

  /**
   * Goes to a checkpoint.
   *
   * @param passed gets the steps that have passed then, as soon as that is so
   * @return the steps to be done again, because a backup was under way then
   * @throws CheckpointException if it cannot be done; the present state stays then
   */
  Set<String> to(Checkpoint wanted, Consumer<Set<String>> passed) {
    Checkpoint whole = checkpoints.withoutOpenBackup(wanted);
    passed.accept(exchange(whole).passed());
    if (whole.equals(wanted)) {
      return Set.of();
    }
    note.accept(
        "A backup was under way then. It lives in the server's memory and cannot be kept, so its"
            + " steps are done again.");
    Set<String> again = new HashSet<>(wanted.progress().passed());
    again.removeAll(whole.progress().passed());
    return again;
  }

  private Progress exchange(Checkpoint wanted) {
    Optional<CheckpointStore.Taken> left = checkpoints.take(lastStep(), Checkpoint.Kind.LEFT);
    List<Cluster> ran = bench.running().reversed();
    stop();
    Progress progress = progressOf(wanted);
    try {
      new Restoration(bench.workspace(), checkpoints.store())
          .carryOut(wanted, progress, left.isEmpty());
    } catch (CheckpointException e) {
      // The present state stays, and to that belong its servers.
      if (!Files.exists(bench.workspace().goingBack())) {
        start(ran.stream());
      }
      throw e;
    }
    adapt(wanted);
    bench.handOver();
    start(
        Stream.of(bench.clusters().primary(), bench.clusters().standby())
            .filter(cluster -> wanted.running().contains(cluster.name())));
    note.accept(
        "The lab is as it was after this step. "
            + left.map(
                    taken -> "What there was before is checkpoint " + taken.checkpoint().id() + ".")
                .orElse("What there was before is in kept/."));
    return progress;
  }

  private String lastStep() {
    List<Checkpoint> all = checkpoints.all();
    return all.isEmpty() ? "" : all.getLast().step();
  }

  private void stop() {
    for (Cluster cluster : bench.running()) {
      if (!bench.control().stopAtOnce(cluster)) {
        throw new CheckpointException(
            "The "
                + cluster.name()
                + " does not stop, so nothing was changed; its log "
                + cluster.log()
                + " says why.");
      }
    }
  }

  /**
   * The ports and the programs are those of today, whatever they were then, and so is the lab: that
   * another lab's steps had passed says nothing of this one's.
   */
  private Progress progressOf(Checkpoint wanted) {
    Progress now = new ProgressFile(bench.workspace()).load();
    Progress then = wanted.progress();
    if (now.lab().isEmpty()) {
      return then;
    }
    return now.withPassed(then.lab().equals(now.lab()) ? then.passed() : Set.of());
  }

  private void adapt(Checkpoint wanted) {
    PortPair then = new PortPair(wanted.progress().primaryPort(), wanted.progress().standbyPort());
    new Relocation(bench, Path.of(wanted.folder()), then).carryOut();
  }

  private void start(Stream<Cluster> clusters) {
    clusters
        .filter(cluster -> !bench.control().start(cluster, line -> {}).succeeded())
        .forEach(
            cluster -> note.accept("The " + cluster.name() + " did not start; its log says why."));
  }
}
