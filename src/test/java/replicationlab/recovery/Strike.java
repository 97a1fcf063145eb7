package replicationlab.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import replicationlab.lab.Step;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.postgres.cluster.PidFile;
import replicationlab.postgres.cluster.PortPair;
import replicationlab.postgres.cluster.ServerControl;
import replicationlab.process.CommandRequest;
import replicationlab.process.CommandResult;
import replicationlab.process.CommandRunner;
import replicationlab.process.HeldProcesses;
import replicationlab.process.RunningPrograms;
import replicationlab.progress.Workspace;
import replicationlab.progress.WorkspaceException;
import replicationlab.progress.WorkspaceLock;
import replicationlab.run.LabEvent;
import replicationlab.run.StepState.Status;
import replicationlab.run.TestLab;

/** A fault that strikes while a lab does one of its steps. */
record Strike(Path folder, String postgres, PortPair ports) {

  private static final Duration LONG = Duration.ofMinutes(2);

  /** Longer than any question of the checker may take. */
  private static final Duration NIGHT = Duration.ofSeconds(6);

  /** In another program, which is at the step when it happens to it. */
  void anotherProgram(Fault fault, Step step) throws IOException {
    LabProcess lab = new LabProcess(folder, postgres, ports, step);
    switch (fault) {
      case LAB_KILLED -> {
        awaitMiddle(step);
        lab.kill();
      }
      case POWER_CUT -> {
        awaitMiddle(step);
        cutPower(lab);
      }
      case ASLEEP -> {
        sleep(lab);
        assertThat(lab.ended()).startsWith(Status.PASSED.name());
        lab.close();
      }
      case TWO_WINDOWS -> {
        Workspace workspace = Workspace.open(folder);
        assertThatThrownBy(() -> WorkspaceLock.take(workspace))
            .isInstanceOf(WorkspaceException.class)
            .hasMessageContaining("open in another window (process " + lab.pid() + ")");
        assertThat(lab.ended()).startsWith(Status.PASSED.name());
        lab.close();
      }
      default -> throw new IllegalArgumentException(fault.name());
    }
  }

  /** The steps that take a while are hit when something is there already; the others at once. */
  private void awaitMiddle(Step step) {
    switch (step.id()) {
      case "initdb" -> awaitFile("data/PG_VERSION");
      case "copy" -> awaitFile("data2/base");
      default -> {
        // The others are over at once.
      }
    }
  }

  private void awaitFile(String name) {
    Awaitility.await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(2))
        .until(() -> Files.exists(folder.resolve(name)));
  }

  /** All goes in the same instant, and what was being written is there by half. */
  private void cutPower(LabProcess lab) throws IOException {
    try (HeldProcesses _ = HeldProcesses.hold(all(lab), LONG)) {
      all(lab).forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }
    lab.kill();
    Awaitility.await()
        .atMost(LONG)
        .until(() -> processes(folder).stream().noneMatch(RunningPrograms::runs));
    for (String name : List.of("progress.json", "opened.json")) {
      halve(folder.resolve(name), folder.resolve(name));
      halve(folder.resolve(name), folder.resolve(name + ".new"));
    }
    Path settings = folder.resolve("data/postgresql.conf");
    if (Files.exists(settings)) {
      halve(settings, settings.resolveSibling("postgresql.conf.replication-lab"));
    }
    Path staging = Files.createDirectories(folder.resolve("checkpoints/staging"));
    Files.writeString(staging.resolve("half"), "half");
  }

  private static void halve(Path whole, Path half) throws IOException {
    if (!whole.equals(half)) {
      Files.copy(whole, half);
    }
    try (RandomAccessFile file = new RandomAccessFile(half.toFile(), "rw")) {
      file.setLength(file.length() / 2);
    }
  }

  private void sleep(LabProcess lab) {
    try (HeldProcesses _ = HeldProcesses.hold(all(lab), LONG)) {
      Awaitility.await()
          .during(NIGHT)
          .atMost(NIGHT.plus(LONG))
          .until(() -> HeldProcesses.isHeld(lab.pid()));
    }
  }

  private List<Long> all(LabProcess lab) {
    List<Long> all = new ArrayList<>(List.of(lab.pid()));
    all.addAll(processes(folder));
    return all;
  }

  /** The servers of a workspace and the lab's commands in it. */
  static List<Long> processes(Path folder) {
    Stream<ProcessHandle> servers =
        Stream.of("data", "data2")
            .map(folder::resolve)
            .filter(Files::exists)
            .flatMap(data -> RunningPrograms.workingIn(data).stream());
    Stream<ProcessHandle> commands =
        RunningPrograms.startedWith(ServerControl.OWNER_VARIABLE, folder.toString()).stream();
    return Stream.concat(servers, commands).map(ProcessHandle::pid).distinct().toList();
  }

  /** In this program, which lives on and meets with what has become of servers and disk. */
  void thisProgram(Fault fault, Step step, TestLab lab) throws IOException {
    lab.run.subscribe(event -> {
      if (fault == Fault.SERVERS_KILLED
          && event instanceof LabEvent.ActionStarted
          && event.stepId().equals(step.id())) {
        killServers();
      }
    });
    switch (fault) {
      case READ_ONLY -> {
        mount("--bind", folder.toString(), folder.toString());
        mount("-o", "remount,bind,ro", folder.toString());
      }
      case DISK_FULL -> fill();
      default -> {
        // It strikes while the step runs, or after it.
      }
    }
    try {
      // Some steps need the session of an earlier one, which this program has not got any more.
      List<Step> steps = lab.lab.steps();
      for (Step each : steps.subList(0, steps.indexOf(step) + 1)) {
        if (lab.run.states().get(steps.indexOf(each)).status() != Status.PASSED) {
          lab.run.run(each).join();
        }
      }
      lab.run.close();
    } finally {
      switch (fault) {
        case READ_ONLY -> run("umount", "-l", folder.toString());
        case DISK_FULL -> Files.delete(filler());
        default -> {
          // Nothing is to be given back.
        }
      }
    }
  }

  private void killServers() {
    List<Long> servers =
        Stream.of("data", "data2")
            .map(folder::resolve)
            .filter(Files::exists)
            .flatMap(data -> new DataDirectory(data).server().stream())
            .map(PidFile::pid)
            .toList();
    servers.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    Awaitility.await().atMost(LONG).until(() -> servers.stream().noneMatch(RunningPrograms::runs));
  }

  private Path filler() {
    return folder.resolve("a-big-file-of-the-students");
  }

  /** Until nothing more goes in. */
  private void fill() throws IOException {
    byte[] zeros = new byte[4 * 1024];
    try (OutputStream out = Files.newOutputStream(filler())) {
      while (true) {
        out.write(zeros);
      }
    } catch (IOException full) {
      assertThat(Files.getFileStore(folder).getUsableSpace()).isLessThan(zeros.length);
    }
  }

  static void mount(String... arguments) {
    List<String> command = new ArrayList<>(List.of("mount"));
    command.addAll(List.of(arguments));
    run(command.toArray(String[]::new));
  }

  private static void run(String... command) {
    CommandResult result =
        new CommandRunner().run(CommandRequest.of(Path.of("/"), List.of(command)));
    assertThat(result.succeeded()).as(result.text()).isTrue();
  }
}
