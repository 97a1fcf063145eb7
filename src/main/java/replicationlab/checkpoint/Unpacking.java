package replicationlab.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import replicationlab.progress.Workspace;

/**
 * Writes the files of a checkpoint below a folder; none is shared with what is kept. A present file
 * that is the same already is taken over by a second name, since its first one goes with the folder
 * that is replaced: most files of a cluster never change.
 *
 * @param present the present files by their paths, as they were when they were last looked at; none
 *     where they are not to be taken over
 */
record Unpacking(BlobStore blobs, Workspace workspace, Map<String, Entry> present, Path into) {

  void unpack(List<Entry> entries) throws IOException {
    for (Entry entry : entries) {
      Path target = target(entry);
      switch (entry.kind()) {
        case FOLDER -> Files.createDirectories(target);
        case LINK -> Files.createSymbolicLink(target, Path.of(entry.content()));
        case FILE -> {
          if (!takeOver(entry, target)) {
            blobs.copy(entry.content(), target);
            entry.facts().give(target);
          }
        }
      }
    }
    // A folder's time changes with each file that comes into it, and it may forbid writing.
    for (Entry entry : entries.reversed()) {
      if (entry.kind() == Entry.Kind.FOLDER) {
        entry.facts().give(target(entry));
      }
    }
  }

  private boolean takeOver(Entry entry, Path target) {
    Entry now = present.get(entry.path());
    if (now == null
        || !now.settled()
        || !now.content().equals(entry.content())
        || now.facts().mode() != entry.facts().mode()) {
      return false;
    }
    Path live = workspace.folder().resolve(entry.path());
    try {
      if (!FileFacts.of(live).equals(now.facts())) {
        return false;
      }
      Files.createLink(target, live);
      return true;
    } catch (IOException | UnsupportedOperationException changedOrNotOnThisDisk) {
      return false;
    }
  }

  private Path target(Entry entry) {
    Path target = into.resolve(entry.path()).normalize();
    if (!target.startsWith(into) || target.equals(into)) {
      throw new CheckpointException(
          "The checkpoint names "
              + entry.path()
              + ", which is outside of it; nothing was changed.");
    }
    return target;
  }
}
