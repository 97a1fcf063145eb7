package replicationlab.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import replicationlab.process.HeldProcesses;
import replicationlab.progress.Workspace;

/**
 * Keeps a workspace's files as they are at one instant. Running servers are held still for it, all
 * at once: what is copied is what a crash would have left, and crash recovery makes a server of it.
 * While they are held only what has changed is copied, raw; the slow rest comes after, and may come
 * while they have long been at work again.
 */
final class Snapshot {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** What the servers need for themselves. */
  private static final long RESERVE_BYTES = 64L << 20;

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  /** Most files have been kept already, and are not worth being handed to another thread. */
  private static final int FILES_IN_A_ROW = 32;

  private final Workspace workspace;
  private final BlobStore blobs;
  private final Path staging;
  private final BooleanSupplier abandoned;
  private final Map<String, Path> staged = new HashMap<>();
  private long heldNanos;

  Snapshot(Workspace workspace, BlobStore blobs, Path staging, BooleanSupplier abandoned) {
    this.workspace = workspace;
    this.blobs = blobs;
    this.staging = staging;
    this.abandoned = abandoned;
  }

  /**
   * Looks at everything and copies what may change as soon as this returns. Where a server runs the
   * rest of the work is left to {@link #keep}; where none does, all of it is done here.
   *
   * @param servers the data directories that are written into, and by which process
   * @throws CancellationException if abandoned meanwhile
   */
  List<Entry> look(Map<String, Entry> known, Map<Path, Long> servers) throws IOException {
    Trees trees = new Trees(workspace, known);
    Map<Boolean, List<Path>> tops =
        Trees.of(workspace).stream()
            .collect(Collectors.partitioningBy(top -> isWrittenInto(top, servers.keySet())));
    List<Entry> seen = new ArrayList<>();
    if (!servers.isEmpty()) {
      seen.addAll(listHeld(trees, tops.getOrDefault(true, List.of()), servers.values()));
    }
    seen.addAll(putAll(list(trees, tops.getOrDefault(false, List.of()))));
    return seen;
  }

  /** Every server writes its log. */
  private boolean isWrittenInto(Path top, Set<Path> servedData) {
    return servedData.contains(top) || (top.equals(workspace.logs()) && !servedData.isEmpty());
  }

  /**
   * Keeps what was copied; takes as long as it does to compress it.
   *
   * @throws CancellationException if abandoned meanwhile
   */
  List<Entry> keep(List<Entry> seen) throws IOException {
    List<Entry> kept = new ArrayList<>(seen.size());
    for (Entry entry : seen) {
      kept.add(put(entry));
    }
    return kept;
  }

  private Entry put(Entry entry) throws IOException {
    requireWanted();
    return needsCopy(entry) ? entry.with(blobs.put(source(entry))) : entry;
  }

  /** Nobody stands still for it, so it may have all processors. */
  private List<Entry> putAll(List<Entry> entries) throws IOException {
    try {
      return entries.stream()
          .gather(
              Gatherers.<Entry>windowFixed(FILES_IN_A_ROW)
                  .andThen(Gatherers.mapConcurrent(PROCESSORS, this::putRow)))
          .flatMap(List::stream)
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private List<Entry> putRow(List<Entry> row) {
    try {
      return keep(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For how long the servers stood still. */
  Duration held() {
    return Duration.ofNanos(heldNanos);
  }

  private static List<Entry> list(Trees trees, List<Path> tops) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (Path top : tops) {
      entries.addAll(trees.list(top));
    }
    return entries;
  }

  private List<Entry> listHeld(Trees trees, List<Path> tops, Collection<Long> servers)
      throws IOException {
    long start = System.nanoTime();
    try (HeldProcesses _ = HeldProcesses.hold(servers, PATIENCE)) {
      List<Entry> entries = list(trees, tops);
      stage(entries.stream().filter(this::needsCopy).toList());
      return entries;
    } finally {
      heldNanos = System.nanoTime() - start;
    }
  }

  private boolean needsCopy(Entry entry) {
    return entry.kind() == Entry.Kind.FILE && !blobs.has(entry.content());
  }

  private void stage(List<Entry> changed) throws IOException {
    long bytes = changed.stream().mapToLong(entry -> entry.facts().size()).sum();
    if (bytes + RESERVE_BYTES > staging.toFile().getUsableSpace()) {
      throw new CheckpointException(
          "the disk has too little room for it (" + (bytes >> 20) + " MB have changed)");
    }
    for (Entry entry : changed) {
      requireWanted();
      Path raw = staging.resolve(Integer.toString(staged.size()));
      Files.copy(
          workspace.folder().resolve(entry.path()), raw, StandardCopyOption.REPLACE_EXISTING);
      staged.put(entry.path(), raw);
    }
  }

  private Path source(Entry entry) {
    return staged.getOrDefault(entry.path(), workspace.folder().resolve(entry.path()));
  }

  private void requireWanted() {
    if (abandoned.getAsBoolean()) {
      throw new CancellationException("the checkpoint was abandoned");
    }
  }
}
