package replicationlab.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import replicationlab.checkpoint.Checkpoint;
import replicationlab.checkpoint.CheckpointStore;
import replicationlab.checkpoint.Restoration;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.postgres.cluster.PidFile;
import replicationlab.progress.Drafts;
import replicationlab.progress.DrillMemory;
import replicationlab.progress.Logbook;
import replicationlab.progress.Progress;
import replicationlab.progress.ProgressFile;
import replicationlab.progress.Workspace;
import replicationlab.run.InterruptedCommand;
import replicationlab.run.Relocation;
import replicationlab.run.Workbench;
import replicationlab.run.WorkbenchOpener;

/**
 * Looks at a workspace before the lab goes on in it, as if the last program could have been ended
 * at any instant, puts right what can be, and says everything. Nothing of the student's is deleted:
 * what is half made is moved to {@code kept/}. To be used by whoever holds the workspace's lock.
 */
public final class WorkspaceInspection {

  /** Below this the next steps will not get far. */
  private static final long LITTLE_ROOM_BYTES = 150L << 20;

  private final Workspace workspace;
  private final WorkbenchOpener opener;
  private final Consumer<String> progress;
  private final UnaryOperator<String> titleOf;
  private final LeftProcesses processes;
  private final Optional<Logbook.Entry> last;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * @param progress hears of long work, such as unpacking a PostgreSQL
   */
  public WorkspaceInspection(
      Workspace workspace, WorkbenchOpener opener, Consumer<String> progress) {
    this(workspace, opener, progress, step -> step);
  }

  /**
   * @param progress hears of long work, such as unpacking a PostgreSQL
   * @param titleOf a step's title, by its name
   */
  public WorkspaceInspection(
      Workspace workspace,
      WorkbenchOpener opener,
      Consumer<String> progress,
      UnaryOperator<String> titleOf) {
    this.titleOf = titleOf;
    this.workspace = workspace;
    this.opener = opener;
    this.progress = progress;
    this.processes = new LeftProcesses(workspace);
    this.last = new Logbook(workspace).read();
  }

  /** Finds, repairs and tells; an empty answer means that nothing had happened. */
  public List<Finding> putRight() {
    whoWasHere();
    stillProcesses();
    commandsWithoutAnOwner();
    new ResetAsLeft(workspace).finish().ifPresent(findings::add);
    unfinishedGoingBack();
    halfWrittenFiles();
    brokenProgress();
    halfMadeFolder();
    if (WorkbenchOpener.begun(workspace)) {
      Workbench bench = opener.reopen(workspace, progress);
      movedPlace(bench);
      backendsWithoutAServer();
      serversAndBackup(bench);
    }
    unsavedText();
    littleRoom();
    return List.copyOf(findings);
  }

  /**
   * A drill breaks both on purpose, and what they are like is its answer: to find it is the
   * person's. What cannot wait is put right all the same.
   */
  private void serversAndBackup(Workbench bench) {
    List<Finding> left = new ArrayList<>(new ServersAsLeft(bench, wayBack(), titleOf).look());
    Progress now = new ProgressFile(workspace).load();
    new BackupAsLeft(bench, checkpoints(), now, titleOf).look().ifPresent(left::add);
    DrillMemory drills = new DrillMemory(workspace);
    findings.addAll(
        drills.current().isEmpty()
            ? left
            : List.of(
                Finding.takenUp(
                    "The drill '" + drills.title() + "' is still set: find it and mend it.")));
  }

  private void whoWasHere() {
    if (last.isEmpty() && Files.exists(workspace.openedFile())) {
      findings.add(
          Finding.takenUp(
              "opened.json, in which the lab notes what it is doing, was written by half; the lab"
                  + " was ended in that moment, or the machine went down."));
    }
    last.filter(entry -> entry.pid() != 0)
        .ifPresent(entry ->
            findings.add(
                Finding.takenUp(
                    "The lab (process "
                        + entry.pid()
                        + ") was ended without being closed"
                        + (entry.command().isEmpty()
                            ? "."
                            : ", in the middle of: " + entry.command()))));
  }

  /** A lab that was killed in the moment of a checkpoint has left its servers standing still. */
  private void stillProcesses() {
    if (processes.releaseHeld() > 0) {
      findings.add(
          Finding.repaired("The servers had been stopped for a checkpoint; they go on now."));
    }
  }

  private void commandsWithoutAnOwner() {
    Set<String> folders = new LinkedHashSet<>(Set.of(workspace.folder().toString()));
    // This one may be a copy of that one, or that one may have been made again: another lab is at
    // work there.
    last.map(Logbook.Entry::folder)
        .filter(folder -> !Workspace.isOne(Path.of(folder)))
        .ifPresent(folders::add);
    List<String> ended = processes.endCommands(folders);
    if (!ended.isEmpty()) {
      findings.add(
          Finding.repaired(
              "Commands of the lab still ran without anybody waiting for them: "
                  + String.join(", ", ended)
                  + ". They were ended; the servers were not."));
    }
  }

  private void backendsWithoutAServer() {
    if (!processes.endOrphanedBackends().isEmpty()) {
      findings.add(
          Finding.repaired("A server had been killed; what it had left running was ended."));
    }
  }

  private void unfinishedGoingBack() {
    if (!Files.exists(workspace.goingBack())) {
      return;
    }
    Restoration restoration = new Restoration(workspace, new CheckpointStore(workspace));
    if (restoration.clearUnplanned()) {
      findings.add(
          Finding.repaired("Going back had not begun in earnest; the lab is as it was before."));
    } else if (restoration.takeBackUnreadable()) {
      findings.add(
          Finding.repaired(
              "Going back was interrupted, and its plan was damaged; the files are those from"
                  + " before. Check the steps that have passed."));
    } else {
      restoration
          .finish()
          .ifPresent(id ->
              findings.add(
                  Finding.repaired(
                      "Going back to checkpoint "
                          + id
                          + " was interrupted; it has been brought to its end.")));
    }
  }

  private void halfWrittenFiles() {
    try {
      List<Path> removed = new HalfWritten(workspace).remove();
      boolean halfCheckpoint =
          Files.exists(workspace.checkpoints()) && new CheckpointStore(workspace).cleanedHalfMade();
      if (halfCheckpoint) {
        findings.add(Finding.repaired("A checkpoint that was half made was removed."));
      }
      if (!removed.isEmpty()) {
        findings.add(
            Finding.repaired(
                "Files that were half written were removed; the whole ones are there: "
                    + names(removed)
                    + "."));
      }
    } catch (IOException e) {
      findings.add(
          Finding.offered(
              "The workspace cannot be read in full (" + e + "); mend its permissions."));
    }
  }

  private void brokenProgress() {
    ProgressFile file = new ProgressFile(workspace);
    boolean lost =
        !Files.exists(workspace.progressFile())
            && (Files.exists(workspace.checkpoints()) || Files.exists(workspace.progressBefore()));
    if (!file.isBroken() && !lost) {
      return;
    }
    file.load(); // sets a broken one aside
    Optional<Progress> before = file.before();
    Optional<Checkpoint> newest = wayBack();
    if (before.isPresent()) {
      file.save(before.get());
      findings.add(
          Finding.repaired(
              "progress.json could not be read; what had passed is known from the one before it."
                  + " A step that passed last may have to be checked again."));
    } else if (newest.isPresent()) {
      file.save(newest.get().progress());
      findings.add(
          Finding.repaired(
              "progress.json could not be read; what had passed is known from the checkpoint after"
                  + " '"
                  + titleOf.apply(newest.get().step())
                  + "'."));
    } else if (!lost) {
      findings.add(
          Finding.offered(
              "progress.json could not be read and was set aside as progress.json.broken; run the"
                  + " steps again, or only check them: what is done passes."));
    }
  }

  private Optional<Checkpoint> wayBack() {
    List<Checkpoint> all = checkpoints();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  private List<Checkpoint> checkpoints() {
    return Files.exists(workspace.checkpoints()) ? new CheckpointStore(workspace).all() : List.of();
  }

  private void halfMadeFolder() {
    Optional<Logbook.Entry> interrupted = last.filter(entry -> entry.pid() != 0);
    interrupted
        .flatMap(entry -> InterruptedCommand.halfMade(workspace, entry.command()))
        .filter(folder -> new DataDirectory(folder).server().isEmpty())
        .ifPresent(folder -> {
          Path kept = workspace.setAside(folder);
          findings.add(
              Finding.repaired(
                  folder.getFileName()
                      + " was only half made; it was moved to "
                      + workspace.folder().relativize(kept)
                      + ". Do the step again."));
        });
  }

  private void movedPlace(Workbench bench) {
    String before = last.map(Logbook.Entry::folder).orElse("");
    if (before.isEmpty() || before.equals(workspace.folder().toString())) {
      return;
    }
    // A server opens some of its files by the place where it was started: it cannot go on there.
    List<Cluster> ran = bench.running().reversed();
    for (Cluster cluster : ran) {
      Optional<PidFile> server = new DataDirectory(cluster.data()).server();
      if (bench.control().stopAtOnce(cluster)) {
        server.ifPresent(new SocketFiles(workspace)::removeOf);
      }
    }
    List<Path> changed = new Relocation(bench, Path.of(before), bench.ports()).carryOut();
    List<Cluster> down =
        ran.stream()
            .filter(cluster -> !bench.control().start(cluster, line -> {}).succeeded())
            .toList();
    findings.add(
        Finding.repaired(
            "The workspace was at "
                + before
                + " before"
                + (changed.isEmpty()
                    ? "."
                    : "; the settings that named that place name this one now: "
                        + names(changed)
                        + ".")));
    down.forEach(cluster ->
        findings.add(
            Finding.offered(
                "The "
                    + cluster.name()
                    + " ran before and did not start again; its log "
                    + workspace.folder().relativize(cluster.log())
                    + " says why.")));
  }

  private void unsavedText() {
    try {
      List<String> files = Drafts.in(workspace.folder()).files();
      if (!files.isEmpty()) {
        findings.add(
            Finding.takenUp(
                "What was typed into "
                    + String.join(", ", files)
                    + " and not saved is kept; the editor shows it again."));
      }
    } catch (IOException e) {
      findings.add(Finding.offered("What was typed and not saved cannot be read: " + e));
    }
  }

  private void littleRoom() {
    try {
      long room = Files.getFileStore(workspace.folder()).getUsableSpace();
      if (room < LITTLE_ROOM_BYTES) {
        findings.add(
            Finding.offered(
                "The disk of the workspace has only "
                    + (room >> 20)
                    + " MB left; make room, or a server may stop."));
      }
    } catch (IOException theSystemDoesNotTell) {
      findings.add(Finding.offered("The room on the disk cannot be told: " + theSystemDoesNotTell));
    }
  }

  private String names(List<Path> paths) {
    return paths.stream()
        .map(path -> workspace.folder().relativize(path).toString())
        .collect(Collectors.joining(", "));
  }
}
