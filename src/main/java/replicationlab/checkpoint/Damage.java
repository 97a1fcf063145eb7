package replicationlab.checkpoint;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the checkpoints of which something is missing, and says what is possible without them. */
record Damage(CheckpointFiles files, BlobStore blobs) {

  /** The numbers of those that are damaged. Each kept file is read once. */
  Set<String> among(List<Checkpoint> all) {
    Map<String, Boolean> whole = new HashMap<>();
    Set<String> damaged = new HashSet<>();
    for (Checkpoint checkpoint : all) {
      try {
        for (Entry entry : files.entries(checkpoint)) {
          if (entry.kind() == Entry.Kind.FILE && !isWhole(entry.content(), whole)) {
            damaged.add(checkpoint.id());
          }
        }
      } catch (IOException cannotBeRead) {
        damaged.add(checkpoint.id());
      }
    }
    return damaged;
  }

  /** The numbers of those whose lists of files are missing or cut. */
  Set<String> withoutList(List<Checkpoint> all) {
    return all.stream()
        .filter(checkpoint -> !files.hasWholeList(checkpoint))
        .map(Checkpoint::id)
        .collect(Collectors.toSet());
  }

  private boolean isWhole(String content, Map<String, Boolean> known) throws IOException {
    Boolean seen = known.get(content);
    if (seen == null) {
      seen = blobs.isWhole(content);
      known.put(content, seen);
    }
    return seen;
  }

  /** For whoever wanted to go back to one: which it is, and what else there is. */
  String words(Checkpoint damaged, List<Checkpoint> all) {
    Set<String> others = among(all);
    List<Checkpoint> earlier =
        all.stream()
            .takeWhile(checkpoint -> !checkpoint.id().equals(damaged.id()))
            .filter(checkpoint -> !others.contains(checkpoint.id()))
            .toList();
    return "Checkpoint "
        + damaged.id()
        + ", after '"
        + damaged.step()
        + "', is damaged: a file that was kept for it is missing or is not what it was. The lab is as"
        + " it was; "
        + (earlier.isEmpty()
            ? "reset it"
            : "go back to an earlier one, such as "
                + earlier.getLast().id()
                + ", after '"
                + earlier.getLast().step()
                + "', or reset it")
        + ".";
  }
}
