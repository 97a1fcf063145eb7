package replicationlab.checkpoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Which checkpoints there are, and which have to go so that they keep within their limit. Any
 * thread may look, and waits for nobody; one at a time may change them.
 */
final class KeptCheckpoints {

  private final CheckpointFiles files;
  private final BlobStore blobs;
  private final long limit;
  private volatile List<Checkpoint> all;
  private volatile List<String> unreadable;

  /**
   * Reads what is there.
   *
   * @param limit what all together may take on the disk, in bytes
   */
  KeptCheckpoints(CheckpointFiles files, BlobStore blobs, long limit) throws IOException {
    this.files = files;
    this.blobs = blobs;
    this.limit = limit;
    SortedMap<Integer, Optional<Checkpoint>> heads = files.heads();
    all = heads.values().stream().flatMap(Optional::stream).toList();
    unreadable =
        heads.entrySet().stream()
            .filter(head -> head.getValue().isEmpty())
            .map(head -> head.getKey().toString())
            .toList();
  }

  /** The oldest first. */
  List<Checkpoint> all() {
    return all;
  }

  /** The numbers of those of which nothing is known any more. */
  List<String> unreadable() {
    return unreadable;
  }

  /** What they take on the disk, in bytes. */
  long bytes() {
    return all.stream().mapToLong(Checkpoint::bytes).sum();
  }

  /** The number of the one that is taken next; that of a damaged one is not given again. */
  String nextId() {
    int last =
        Stream.concat(all.stream().map(Checkpoint::id), unreadable.stream())
            .mapToInt(Integer::parseInt)
            .max()
            .orElse(0);
    return Integer.toString(last + 1);
  }

  void add(Checkpoint taken) {
    all = Stream.concat(all.stream(), Stream.of(taken)).toList();
  }

  /** What was in the making when the program was ended is the newest, and no one's loss. */
  void removeHalfMade() throws IOException {
    int newest = all.isEmpty() ? 0 : Integer.parseInt(all.getLast().id());
    for (String id : unreadable) {
      if (Integer.parseInt(id) > newest) {
        files.remove(id);
        unreadable = without(unreadable, id);
      }
    }
  }

  /**
   * Lets go of the oldest but the very first, until the rest keeps within the limit.
   *
   * @param thinned gets those that are gone, also where the next could not go
   */
  void thin(List<Checkpoint> thinned) throws IOException {
    while (bytes() > limit && all.size() > 2) {
      Checkpoint oldest = all.get(1);
      all = without(all, oldest);
      files.remove(oldest.id());
      thinned.add(oldest);
      removeUnused();
    }
  }

  /** Removes the contents that no checkpoint has, and counts anew what each takes. */
  void removeUnused() throws IOException {
    Set<String> used = new HashSet<>();
    List<Checkpoint> counted = new ArrayList<>();
    for (Checkpoint checkpoint : all) {
      long own = 0;
      for (Entry entry : files.entriesOrNone(checkpoint)) {
        if (entry.kind() == Entry.Kind.FILE && used.add(entry.content())) {
          own += blobs.has(entry.content()) ? blobs.size(entry.content()) : 0;
        }
      }
      counted.add(checkpoint.with(checkpoint.id(), own));
    }
    all = List.copyOf(counted);
    for (String blob : blobs.all()) {
      if (!used.contains(blob)) {
        blobs.remove(blob);
      }
    }
  }

  private static <T> List<T> without(List<T> all, T one) {
    return all.stream().filter(each -> !each.equals(one)).toList();
  }
}
