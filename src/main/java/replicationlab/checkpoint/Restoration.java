package replicationlab.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import replicationlab.files.WholeFile;
import replicationlab.files.WholeFile.Care;
import replicationlab.progress.Progress;
import replicationlab.progress.ProgressFile;
import replicationlab.progress.Workspace;

/**
 * Puts a checkpoint's files in the place of the present ones. First all is unpacked beside them;
 * then a plan is written; only then are folders exchanged, by renaming. Whenever the program is
 * ended, either nothing has happened yet or {@link #finish} brings it to its end. No server may run
 * meanwhile.
 */
public final class Restoration {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is being done: enough to end it without whoever began it. */
  private record Plan(String checkpoint, Set<String> folders, Progress progress, boolean keepOld) {
    Plan {
      Objects.requireNonNull(checkpoint);
      Objects.requireNonNull(folders);
      Objects.requireNonNull(progress);
    }
  }

  private final Workspace workspace;
  private final CheckpointStore store;

  public Restoration(Workspace workspace, CheckpointStore store) {
    this.workspace = workspace;
    this.store = store;
  }

  /**
   * Carries it out.
   *
   * @param progress what has passed then
   * @param keepOld whether the present files are kept in {@code kept/}, because no checkpoint holds
   *     them
   * @throws CheckpointException if it cannot be done; before the first rename the present state
   *     stays
   */
  public void carryOut(Checkpoint checkpoint, Progress progress, boolean keepOld) {
    try {
      clear();
      List<Entry> entries = store.unpack(checkpoint, Files.createDirectories(fresh()), !keepOld);
      Plan plan = new Plan(checkpoint.id(), folders(), progress, keepOld);
      WholeFile.write(plan(), JSON.writeValueAsBytes(plan), Care.OUTLIVES_POWER_CUT);
      finish();
      store.recognise(entries);
    } catch (CheckpointException e) {
      boolean _ = clearUnplanned();
      throw e;
    } catch (IOException e) {
      boolean _ = clearUnplanned();
      throw new CheckpointException("Going back failed: " + e, e);
    }
  }

  /** Removes what an unpacking that never came to its plan has left; answers if there was any. */
  public boolean clearUnplanned() {
    try {
      if (Files.exists(plan()) || !Files.exists(workspace.goingBack())) {
        return false;
      }
      clear();
      return true;
    } catch (IOException e) {
      throw new CheckpointException(workspace.goingBack() + " cannot be removed: " + e, e);
    }
  }

  /**
   * Puts the files from before back in their places if nobody can read any more what was planned;
   * answers if that was so. Files that had taken their places are kept in {@code kept/}.
   */
  public boolean takeBackUnreadable() {
    try {
      if (!Files.exists(plan()) || isReadable()) {
        return false;
      }
      for (Path live : Trees.of(workspace)) {
        if (exists(old(live))) {
          if (exists(live)) {
            workspace.setAside(live);
          }
          Files.move(old(live), live);
        }
      }
      Files.delete(plan());
      clear();
      return true;
    } catch (IOException e) {
      throw notToItsEnd(e);
    }
  }

  private boolean isReadable() throws IOException {
    try {
      JSON.readValue(Files.readAllBytes(plan()), Plan.class);
      return true;
    } catch (JsonProcessingException damaged) {
      return false;
    }
  }

  /** Ends a going back that was interrupted; answers with the checkpoint's number if one was. */
  public Optional<String> finish() {
    if (!Files.exists(plan())) {
      return Optional.empty();
    }
    try {
      Plan plan = JSON.readValue(Files.readAllBytes(plan()), Plan.class);
      for (Path live : Trees.of(workspace)) {
        exchange(live, plan.folders().contains(name(live)));
      }
      new ProgressFile(workspace).save(plan.progress());
      if (plan.keepOld()) {
        for (Path live : Trees.of(workspace)) {
          if (exists(old(live))) {
            workspace.setAside(old(live));
          }
        }
      }
      // The plan goes first: without it, the rest is only rubbish.
      Files.delete(plan());
      clear();
      return Optional.of(plan.checkpoint());
    } catch (IOException e) {
      throw notToItsEnd(e);
    }
  }

  private CheckpointException notToItsEnd(IOException e) {
    return new CheckpointException(
        "Going back could not be brought to its end ("
            + e
            + "); make room or mend the permissions of "
            + workspace.folder()
            + " and open the lab again.",
        e);
  }

  /** Repeating it after any interruption does what was left to do. */
  private void exchange(Path live, boolean inCheckpoint) throws IOException {
    Path fresh = fresh().resolve(name(live));
    if (inCheckpoint && !exists(fresh)) {
      return; // it is in place already
    }
    if (exists(live)) {
      if (exists(old(live))) {
        workspace.setAside(live); // made by somebody after the interruption
      } else {
        Files.createDirectories(old(live).resolveSibling(""));
        Files.move(live, old(live));
      }
    }
    if (inCheckpoint) {
      Files.move(fresh, live);
    }
  }

  /** Those of the folders that the checkpoint has. */
  private Set<String> folders() {
    return Trees.of(workspace).stream()
        .map(Restoration::name)
        .filter(name -> exists(fresh().resolve(name)))
        .collect(Collectors.toSet());
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private Path plan() {
    return workspace.goingBack().resolve("plan.json");
  }

  private Path fresh() {
    return workspace.goingBack().resolve("new");
  }

  private Path old(Path live) {
    return workspace.goingBack().resolve("old").resolve(name(live));
  }

  private void clear() throws IOException {
    if (exists(workspace.goingBack())) {
      workspace.delete(workspace.goingBack());
    }
  }
}
