package replicationlab.checkpoint;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import replicationlab.postgres.cluster.PidFile;
import replicationlab.progress.Workspace;

/** What a checkpoint holds of a workspace: both data directories and the logs. */
final class Trees {

  /** A file that changed within this time before it was looked at may change again unnoticed. */
  static final long TICK_NANOS = 60_000_000;

  private final Path folder;
  private final Map<String, Entry> known;
  private final long now = System.currentTimeMillis() * 1_000_000;

  /**
   * @param known what was last seen under each path
   */
  Trees(Workspace workspace, Map<String, Entry> known) {
    this.folder = workspace.folder();
    this.known = known;
  }

  /** The folders that make up a state of the lab. */
  static List<Path> of(Workspace workspace) {
    return List.of(workspace.primaryData(), workspace.standbyData(), workspace.logs());
  }

  /** All of one, folders before what is in them; content is empty where it may have changed. */
  List<Entry> list(Path top) throws IOException {
    List<Entry> entries = new ArrayList<>();
    if (Files.isDirectory(top, LinkOption.NOFOLLOW_LINKS)) {
      add(top, FileFacts.of(top), entries);
    }
    return entries;
  }

  private void add(Path directory, FileFacts facts, List<Entry> entries) throws IOException {
    entries.add(new Entry(name(directory), Entry.Kind.FOLDER, facts, "", true));
    try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
      for (Path child : children) {
        try {
          addChild(child, entries);
        } catch (NoSuchFileException goneMeanwhile) {
          // Where no server stands still, files come and go.
        }
      }
    }
  }

  /** One look at each: while they are listed, servers stand still. */
  private void addChild(Path child, List<Entry> entries) throws IOException {
    FileFacts facts = FileFacts.of(child);
    Optional<Entry.Kind> kind = facts.kind(child);
    if (kind.isEmpty()) {
      return;
    }
    switch (kind.get()) {
      case LINK -> {
        String target = Files.readSymbolicLink(child).toString();
        entries.add(new Entry(name(child), Entry.Kind.LINK, facts, target, true));
      }
      case FOLDER -> add(child, facts, entries);
      case FILE -> {
        if (!namesADeadProcess(child)) {
          entries.add(file(child, facts));
        }
      }
    }
  }

  private Entry file(Path file, FileFacts facts) {
    String name = name(file);
    Entry before = known.get(name);
    String content =
        before != null && before.settled() && before.facts().equals(facts) ? before.content() : "";
    return new Entry(name, Entry.Kind.FILE, facts, content, isSettled(facts));
  }

  boolean isSettled(FileFacts facts) {
    return facts.changed() < now - TICK_NANOS;
  }

  /**
   * Whoever goes back starts the server anew, under another number. A pid file that came along with
   * {@code cp} names another directory: it is part of the exercise, and stays.
   */
  private static boolean namesADeadProcess(Path file) {
    return file.endsWith(PidFile.NAME)
        && PidFile.read(file.resolveSibling(""))
            .filter(pid -> pid.belongsTo(file.resolveSibling("")))
            .isPresent();
  }

  private String name(Path path) {
    return folder.relativize(path).toString().replace('\\', '/');
  }
}
