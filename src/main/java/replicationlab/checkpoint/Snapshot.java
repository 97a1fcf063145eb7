package replicationlab.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import replicationlab.process.HeldProcesses;
import replicationlab.progress.Workspace;

/**
 * Keeps a workspace's files as they are at one instant. Running servers are held still for it, all
 * at once: what is copied is what a crash would have left, and crash recovery makes a server of it.
 * While they are held only what has changed is copied, raw; the slow rest comes after.
 */
final class Snapshot {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** What the servers need for themselves. */
  private static final long RESERVE_BYTES = 64L << 20;

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
   * @param servers the processes that write into the trees
   * @throws CancellationException if abandoned meanwhile
   */
  List<Entry> take(Map<String, Entry> known, Collection<Long> servers) throws IOException {
    List<Entry> seen = servers.isEmpty() ? list(known) : listHeld(known, servers);
    List<Entry> kept = new ArrayList<>(seen.size());
    for (Entry entry : seen) {
      requireWanted();
      boolean missing = entry.kind() == Entry.Kind.FILE && !blobs.has(entry.content());
      kept.add(missing ? entry.with(blobs.put(source(entry))) : entry);
    }
    return kept;
  }

  /** For how long the servers stood still. */
  Duration held() {
    return Duration.ofNanos(heldNanos);
  }

  private List<Entry> list(Map<String, Entry> known) throws IOException {
    Trees trees = new Trees(workspace, known);
    List<Entry> entries = new ArrayList<>();
    for (Path top : Trees.of(workspace)) {
      entries.addAll(trees.list(top));
    }
    return entries;
  }

  private List<Entry> listHeld(Map<String, Entry> known, Collection<Long> servers)
      throws IOException {
    long start = System.nanoTime();
    try (HeldProcesses _ = HeldProcesses.hold(servers, PATIENCE)) {
      List<Entry> entries = list(known);
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
