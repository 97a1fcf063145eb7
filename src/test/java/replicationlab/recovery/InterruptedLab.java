package replicationlab.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import replicationlab.check.Verdict;
import replicationlab.checkpoint.Checkpoint;
import replicationlab.lab.Step;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.postgres.cluster.PidFile;
import replicationlab.postgres.cluster.PortPair;
import replicationlab.process.CommandRequest;
import replicationlab.process.CommandResult;
import replicationlab.process.CommandRunner;
import replicationlab.process.RunningPrograms;
import replicationlab.progress.Workspace;
import replicationlab.run.LabEvent;
import replicationlab.run.StepState.Status;
import replicationlab.run.TestLab;

/**
 * One workspace in which a lab is interrupted again and again, each time from the state before a
 * step; its own checkpoints bring it there.
 */
final class InterruptedLab {

  private static final Duration LONG = Duration.ofMinutes(2);
  private static final String MINE = "what a student wrote\n";

  private final String postgres;
  private final List<Step> steps = TestLab.exercise().steps();
  private Path folder;
  private PortPair ports = TestLab.freePorts();

  InterruptedLab(Path folder, String postgres) {
    this.folder = folder;
    this.postgres = postgres;
  }

  /** Does the lab once, undisturbed, so that there is a checkpoint after each step. */
  void prepare() throws IOException {
    try (TestLab lab = TestLab.opened(folder, postgres, ports)) {
      Files.writeString(folder.resolve("notes.txt"), MINE);
      assertThat(lab.run.runAll().join()).as("%s", lab.run.states()).isTrue();
    }
  }

  /** Strikes during each step; answers with those that were lost, and gives each row at once. */
  List<String> surviveAll(Fault fault, Consumer<String> rows) throws IOException {
    prepare();
    List<String> lost = new ArrayList<>();
    for (Step step : steps) {
      try {
        List<Finding> findings = survive(fault, step);
        rows.accept(row(fault, step, "survived, nothing lost, no process left", findings));
      } catch (AssertionError | RuntimeException e) {
        rows.accept(row(fault, step, "LOST: " + e.getMessage(), List.of()));
        lost.add(step.id() + ": " + e);
      }
    }
    return lost;
  }

  private static String row(Fault fault, Step step, String outcome, List<Finding> findings) {
    return "%-16s %-14s %s%s"
        .formatted(
            fault.words,
            step.id(),
            outcome,
            findings.stream()
                .map(finding ->
                    "\n" + " ".repeat(32) + finding.kind().word() + ": " + finding.words())
                .reduce("", String::concat));
  }

  /** Strikes during a step, opens the lab again, and does it to its end. */
  List<Finding> survive(Fault fault, Step step) throws IOException {
    bringTo(step);
    strike(fault, step);
    List<Finding> findings =
        new WorkspaceInspection(Workspace.open(folder), TestLab.opener(), words -> {}).putRight();
    try (TestLab lab = TestLab.opened(folder, postgres, ports)) {
      lab.run.recheck().join();
      assertThat(lab.run.runAll().join())
          .as("%s during %s: %s %s", fault.words, step.id(), findings, lab.run.states())
          .isTrue();
      assertThat(lab.proof().verdict()).isEqualTo(Verdict.PASSED);
    }
    if (squatter != null) {
      squatter.close();
      squatter = null;
    }
    assertThat(folder.resolve("notes.txt")).hasContent(MINE);
    assertThat(processesLeft()).as("%s during %s", fault.words, step.id()).isEmpty();
    return findings;
  }

  private void bringTo(Step step) {
    int index = steps.indexOf(step);
    try (TestLab lab = TestLab.opened(folder, postgres, ports)) {
      if (index == 0) {
        lab.bench.stopServers(line -> {});
        for (Path path : List.of(lab.primary().data(), lab.standby().data())) {
          if (Files.exists(path)) {
            lab.bench.workspace().setAside(path);
          }
        }
        lab.run.recheck().join();
      } else {
        lab.run.goBack(checkpointAfter(lab, steps.get(index - 1))).join();
      }
      lab.run.close();
      // The servers run on; whoever strikes takes them up.
      started = running(lab);
      leaveRunning(lab);
    }
  }

  private List<Cluster> started = List.of();
  private @Nullable ServerSocket squatter;

  private static List<Cluster> running(TestLab lab) {
    return lab.bench.running();
  }

  private void leaveRunning(TestLab lab) {
    // TestLab stops what runs when it is closed; the strike starts it again.
    assertThat(lab.bench.stopServers(line -> {})).isTrue();
  }

  private Checkpoint checkpointAfter(TestLab lab, Step step) {
    Optional<Checkpoint> found =
        lab.run.checkpoints().stream()
            .filter(each -> each.kind() == Checkpoint.Kind.STEP)
            .filter(each -> each.step().equals(step.id()))
            .findFirst();
    return found.orElseThrow();
  }

  private void strike(Fault fault, Step step) throws IOException {
    if (fault == Fault.LAB_KILLED) {
      startServers();
      killTheLab(step);
      return;
    }
    TestLab lab = TestLab.opened(folder, postgres, ports);
    started.forEach(lab::start);
    lab.run.subscribe(event -> {
      if (event instanceof LabEvent.ActionStarted && event.stepId().equals(step.id())) {
        if (fault == Fault.SERVERS_KILLED) {
          killServers(lab);
        }
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
    // Some steps need the session of an earlier one, which this program has not got any more.
    for (Step each : steps.subList(0, steps.indexOf(step) + 1)) {
      if (lab.run.states().get(steps.indexOf(each)).status() != Status.PASSED) {
        lab.run.run(each).join();
      }
    }
    lab.run.close();
    switch (fault) {
      case READ_ONLY -> run("umount", "-l", folder.toString());
      case DISK_FULL -> Files.delete(filler());
      case MOVED -> move();
      case PORT_TAKEN -> takePort(lab);
      default -> {
        // Nothing is to be given back.
      }
    }
  }

  private void startServers() {
    TestLab lab = TestLab.opened(folder, postgres, ports);
    started.forEach(lab::start);
    lab.run.close();
  }

  private void killTheLab(Step step) throws IOException {
    List<String> command = java(LabToBeKilled.class);
    command.addAll(List.of(folder.toString(), postgres, ports.toString(), step.id()));
    Process child =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(lines.lines().anyMatch(LabToBeKilled.BEGUN::equals)).isTrue();
      switch (step.id()) {
        case "initdb" -> awaitFile("data/PG_VERSION");
        case "copy" -> awaitFile("data2/base");
        default -> {
          // The others are over at once.
        }
      }
    } finally {
      child.destroyForcibly();
    }
    Awaitility.await().atMost(LONG).until(() -> !child.isAlive());
  }

  /** The words that start a class of ours in a program of its own. */
  static List<String> java(Class<?> main) {
    return new ArrayList<>(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-classpath",
            System.getProperty("java.class.path"),
            main.getName()));
  }

  private void awaitFile(String name) {
    Awaitility.await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(2))
        .until(() -> Files.exists(folder.resolve(name)));
  }

  private static void killServers(TestLab lab) {
    lab.bench.running().stream()
        .flatMap(cluster -> new DataDirectory(cluster.data()).server().stream())
        .map(PidFile::pid)
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .forEach(ProcessHandle::destroyForcibly);
  }

  private void move() throws IOException {
    Path elsewhere = folder.resolveSibling(folder.getFileName() + "x");
    Files.move(folder, elsewhere);
    folder = elsewhere;
  }

  /** The servers go, and one of their ports goes to somebody else for good. */
  private void takePort(TestLab lab) throws IOException {
    assertThat(lab.bench.stopServers(line -> {})).isTrue();
    squatter = new ServerSocket(ports.standby(), 1, InetAddress.getLoopbackAddress());
    ports = ports.nearestFree();
  }

  private Path filler() {
    return folder.resolve("a-big-file-of-the-students");
  }

  /** Until nothing more goes in. */
  private void fill() throws IOException {
    byte[] zeros = new byte[64 * 1024];
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

  private List<ProcessHandle> processesLeft() {
    Stream<ProcessHandle> servers =
        Stream.of("data", "data2")
            .map(folder::resolve)
            .filter(Files::exists)
            .flatMap(data -> RunningPrograms.workingIn(data).stream());
    Stream<ProcessHandle> commands =
        RunningPrograms.startedWith(
            replicationlab.postgres.cluster.ServerControl.OWNER_VARIABLE, folder.toString())
            .stream();
    return Stream.concat(servers, commands)
        .filter(process -> !RunningPrograms.hasEnded(process.pid()))
        .toList();
  }
}
