package replicationlab.recovery;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.postgres.cluster.ServerControl;
import replicationlab.process.HeldProcesses;
import replicationlab.process.ProcessTree;
import replicationlab.process.RunningPrograms;
import replicationlab.progress.Workspace;

/**
 * Processes of a workspace whose owner is gone. Only whoever holds the workspace's lock may ask:
 * then no other lab is at work here.
 */
final class LeftProcesses {

  private static final Duration TIME_TO_OBEY = Duration.ofSeconds(5);
  private static final Duration TIME_TO_DIE = Duration.ofSeconds(2);

  private final Workspace workspace;

  LeftProcesses(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Lets servers go on that were held still for a checkpoint; answers how many processes were. */
  int releaseHeld() {
    List<Long> held =
        datas()
            .flatMap(data -> RunningPrograms.workingIn(data).stream())
            .map(ProcessHandle::pid)
            .filter(HeldProcesses::isHeld)
            .toList();
    HeldProcesses.release(held);
    return held.size();
  }

  /**
   * Ends the commands that a lab had started and not waited for: an initdb, a cp, a pg_ctl; never a
   * server. Answers with their names.
   *
   * @param folders where the workspace is, and where it was
   */
  List<String> endCommands(Set<String> folders) {
    List<ProcessHandle> all = new ArrayList<>();
    folders.stream()
        .flatMap(
            folder -> RunningPrograms.startedWith(ServerControl.OWNER_VARIABLE, folder).stream())
        .forEach(process -> {
          all.add(process);
          process.descendants().forEach(all::add);
        });
    return end(withoutServers(all).stream().filter(process -> !isElsewhere(process)).toList());
  }

  /** Ends what a server has left that was killed itself: backends that were busy. */
  List<String> endOrphanedBackends() {
    return end(
        withoutServers(
            datas()
                .flatMap(data -> RunningPrograms.workingIn(data).stream())
                .filter(LeftProcesses::isPostgres)
                .toList()));
  }

  /** Asks for the servers last: a backend that one has started meanwhile is no orphan. */
  private List<ProcessHandle> withoutServers(List<ProcessHandle> processes) {
    Set<Long> servers = servers();
    return processes.stream()
        .filter(process -> !servers.contains(process.pid()))
        .distinct()
        .toList();
  }

  /** A server, or a part of one, whose data directory is not in this workspace. */
  private boolean isElsewhere(ProcessHandle process) {
    return isPostgres(process)
        && RunningPrograms.directoryOf(process.pid())
            .filter(directory -> !directory.startsWith(realFolder()))
            .isPresent();
  }

  private Path realFolder() {
    try {
      return workspace.folder().toRealPath();
    } catch (IOException notThere) {
      return workspace.folder();
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().filter(command -> command.contains("postgres")).isPresent();
  }

  /** The servers of the workspace and all that they have started. */
  private Set<Long> servers() {
    Set<Long> pids = new HashSet<>();
    datas()
        .flatMap(data -> new DataDirectory(data).server().stream())
        .flatMap(pid -> ProcessHandle.of(pid.pid()).stream())
        .forEach(server -> {
          pids.add(server.pid());
          server.descendants().map(ProcessHandle::pid).forEach(pids::add);
        });
    return pids;
  }

  private Stream<Path> datas() {
    return Stream.of(workspace.primaryData(), workspace.standbyData());
  }

  private static List<String> end(List<ProcessHandle> processes) {
    List<String> names = processes.stream().map(LeftProcesses::name).distinct().toList();
    processes.forEach(ProcessHandle::destroy);
    ProcessTree tree = new ProcessTree(processes);
    if (!tree.haveGone(TIME_TO_OBEY)) {
      processes.forEach(ProcessHandle::destroyForcibly);
      tree.haveGone(TIME_TO_DIE);
    }
    return names;
  }

  private static String name(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(command -> String.valueOf(Path.of(command).getFileName()))
        .orElse("process " + process.pid());
  }
}
