package replicationlab.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import replicationlab.files.OwnerOnly;
import replicationlab.process.HeldProcesses;
import replicationlab.progress.Workspace;
import replicationlab.progress.WorkspaceException;

/**
 * The checkpoints of a workspace. Every public method may be called by any thread; taking and
 * restoring take up to a second, and wait for each other; the others wait for nobody.
 */
public final class CheckpointStore {

  /** What all checkpoints together may take on the disk. */
  public static final long LIMIT_BYTES = 1L << 30;

  /**
   * What came of taking one.
   *
   * @param held for how long the servers stood still
   * @param thinned those that had to go so that the limit is kept
   */
  public record Taken(Checkpoint checkpoint, Duration held, List<Checkpoint> thinned) {}

  private final Workspace workspace;
  private final CheckpointFiles files;
  private final BlobStore blobs;
  private final Path staging;
  private final KeptCheckpoints kept;
  private boolean cleaned;
  private boolean begun;
  private volatile boolean closed;

  public CheckpointStore(Workspace workspace) {
    this(workspace, LIMIT_BYTES);
  }

  CheckpointStore(Workspace workspace, long limit) {
    this.workspace = workspace;
    this.files = new CheckpointFiles(workspace.checkpoints());
    this.staging = workspace.checkpoints().resolve("staging");
    try {
      this.blobs = new BlobStore(workspace.checkpoints().resolve("blobs"));
      OwnerOnly.restrict(workspace.checkpoints());
      this.kept = new KeptCheckpoints(files, blobs, limit);
      if (Files.exists(staging)) {
        kept.removeHalfMade();
        workspace.delete(staging);
        kept.removeUnused();
        cleaned = true;
      }
    } catch (IOException e) {
      throw new CheckpointException(
          "The checkpoints in " + workspace.checkpoints() + " cannot be read: " + e, e);
    }
  }

  /** Whether a checkpoint of running servers can be taken on this system. */
  public static boolean canHoldServers() {
    return HeldProcesses.possible();
  }

  /** Whether a checkpoint that was half made when the program was ended was found and removed. */
  public boolean cleanedHalfMade() {
    return cleaned;
  }

  /** All there are, the oldest first. */
  public List<Checkpoint> all() {
    return kept.all();
  }

  /** The newest that was taken after a step. */
  public Optional<Checkpoint> newestAfter(String step) {
    return all().reversed().stream()
        .filter(checkpoint ->
            checkpoint.kind() == Checkpoint.Kind.STEP && checkpoint.step().equals(step))
        .findFirst();
  }

  /** The numbers of those of which nothing is known any more: they are damaged. */
  public List<String> unreadable() {
    return kept.unreadable();
  }

  /**
   * The same, and those whose lists of files are missing or cut: what is seen to be damaged in no
   * time, without reading all that is kept.
   */
  public Set<String> plainlyDamaged() {
    Set<String> damaged = new Damage(files, blobs).withoutList(all());
    // One that has been let go of meanwhile has no list any more, and is not damaged.
    damaged.retainAll(all().stream().map(Checkpoint::id).toList());
    damaged.addAll(unreadable());
    return damaged;
  }

  /**
   * Those that cannot be gone back to, by their numbers. Reads all that is kept, as soon as none is
   * being taken.
   */
  public synchronized Set<String> damaged() {
    Set<String> damaged = new HashSet<>(new Damage(files, blobs).among(all()));
    damaged.addAll(unreadable());
    return damaged;
  }

  /** What they take on the disk, in bytes. */
  public long bytes() {
    return kept.bytes();
  }

  /**
   * Takes one, and does not return before it is there.
   *
   * @see #begin
   */
  public Taken take(Checkpoint wanted, Map<Path, Long> servers) {
    return begin(wanted, servers).get();
  }

  /**
   * Looks at everything and copies what may change from now on. What is answered does the rest, in
   * whichever thread, and must be called once: the next one waits for it. It ends as this does.
   *
   * @param wanted its {@code id} and {@code bytes} are found here
   * @param servers the data directories on which a server runs, and its process
   * @throws CheckpointException if there is no room, a server does not hold still or a file cannot
   *     be read; nothing is left of it then
   * @throws java.util.concurrent.CancellationException if this was closed meanwhile
   */
  public synchronized Supplier<Taken> begin(Checkpoint wanted, Map<Path, Long> servers) {
    awaitTheOneBegun();
    Set<String> before = blobs.all();
    Snapshot snapshot = new Snapshot(workspace, blobs, staging, () -> closed);
    List<Entry> seen =
        orNothing(
            before,
            () -> {
              Files.createDirectories(staging);
              return snapshot.look(reusable(), servers);
            });
    begun = true;
    return () -> finish(wanted, snapshot, seen, before);
  }

  private synchronized Taken finish(
      Checkpoint wanted, Snapshot snapshot, List<Entry> seen, Set<String> before) {
    try {
      return orNothing(
          before,
          () -> {
            List<Entry> entries = snapshot.keep(seen);
            long bytes = 0;
            for (String blob : blobs.all()) {
              bytes += before.contains(blob) ? 0 : blobs.size(blob);
            }
            Checkpoint taken = wanted.with(kept.nextId(), bytes);
            files.write(taken, entries);
            kept.add(taken);
            files.rememberKnown(entries);
            return new Taken(taken, snapshot.held(), tidy());
          });
    } finally {
      begun = false;
      notifyAll();
    }
  }

  private void awaitTheOneBegun() {
    try {
      while (begun) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while the last checkpoint was being kept");
    }
  }

  /** Part of the taking of a checkpoint. */
  private interface Part<T> {
    T carryOut() throws IOException;
  }

  private <T> T orNothing(Set<String> before, Part<T> part) {
    try {
      return part.carryOut();
    } catch (IOException | RuntimeException e) {
      forget(before);
      if (e instanceof CheckpointException || !(e instanceof IOException)) {
        throw (RuntimeException) e;
      }
      throw new CheckpointException(e.toString(), e);
    }
  }

  /** By now the checkpoint is there: what cannot be tidied up must not take its files from it. */
  private List<Checkpoint> tidy() {
    List<Checkpoint> thinned = new ArrayList<>();
    try {
      workspace.delete(staging);
      kept.thin(thinned);
    } catch (IOException | WorkspaceException theNextOneTidiesUp) {
      System.getLogger(CheckpointStore.class.getName())
          .log(System.Logger.Level.DEBUG, "not tidied up", theNextOneTidiesUp);
    }
    return thinned;
  }

  /** Takes back what a checkpoint that failed has written, as far as the disk lets us. */
  private void forget(Set<String> before) {
    try {
      for (String blob : blobs.all()) {
        if (!before.contains(blob)) {
          blobs.remove(blob);
        }
      }
      workspace.delete(staging);
    } catch (IOException theNextStartCleansUp) {
      cleaned = false;
    }
  }

  private Map<String, Entry> known() {
    Map<String, Entry> known = new HashMap<>();
    files.known().forEach(entry -> known.put(entry.path(), entry));
    return known;
  }

  /** The same without the files whose copies are damaged, so that they are copied anew. */
  private Map<String, Entry> reusable() throws IOException {
    Map<String, Entry> reusable = known();
    Map<String, Boolean> looked = new HashMap<>();
    for (Entry entry : List.copyOf(reusable.values())) {
      if (entry.kind() == Entry.Kind.FILE) {
        Boolean whole = looked.get(entry.content());
        if (whole == null) {
          whole = blobs.isStillWhole(entry.content());
          looked.put(entry.content(), whole);
        }
        if (!whole) {
          reusable.remove(entry.path());
        }
      }
    }
    return reusable;
  }

  /**
   * Writes a checkpoint's files below a folder.
   *
   * @param replacing whether the present files go afterwards, so that those that are the same
   *     already can be taken over
   * @throws CheckpointException if what is kept was damaged, or cannot be written
   */
  synchronized List<Entry> unpack(Checkpoint checkpoint, Path into, boolean replacing) {
    awaitTheOneBegun();
    try {
      List<Entry> entries = files.entries(checkpoint);
      Map<String, Entry> present = replacing ? known() : Map.of();
      new Unpacking(blobs, workspace, present, into).unpack(entries);
      return entries;
    } catch (DamagedException e) {
      throw new CheckpointException(new Damage(files, blobs).words(checkpoint, all()), e);
    } catch (IOException e) {
      throw new CheckpointException(
          "The checkpoint could not be unpacked (" + e + "); the present state stays as it is.", e);
    }
  }

  /** Remembers files that were unpacked and are in place now as what they are copies of. */
  synchronized void recognise(List<Entry> entries) throws IOException {
    awaitTheOneBegun();
    LockSupport.parkNanos(Trees.TICK_NANOS); // from now on every change shows
    Trees trees = new Trees(workspace, Map.of());
    List<Entry> seen = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      FileFacts facts = FileFacts.of(workspace.folder().resolve(entry.path()));
      seen.add(entry.with(facts, trees.isSettled(facts)));
    }
    files.rememberKnown(seen);
  }

  /** Ends what is being taken; none is taken any more. */
  public void close() {
    closed = true;
  }
}
