package replicationlab.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import replicationlab.check.CheckResult;
import replicationlab.check.ProofReport;
import replicationlab.check.Verdict;
import replicationlab.lab.Lab;
import replicationlab.lab.Step;
import replicationlab.postgres.cluster.ClusterState;
import replicationlab.postgres.replication.ReplicationSnapshot;
import replicationlab.postgres.replication.ServerStatus;
import replicationlab.process.OutputLine;
import replicationlab.progress.Help;
import replicationlab.progress.Workspace;
import replicationlab.run.LabEvent;
import replicationlab.run.StepState;
import replicationlab.run.StepState.Status;
import replicationlab.run.TestLab;

/** A student who does Lab Exercise 1 without servers, at a clock that the test moves. */
public final class SampleStudent implements AutoCloseable {

  static final Machine MACHINE = new Machine("Linux amd64", "18.6", "1.0.0");
  static final Instant MORNING = Instant.parse("2026-11-25T09:00:00Z");

  final Lab lab = TestLab.exercise();
  final Workspace workspace;
  final List<String> troubles = new ArrayList<>();
  private final AtomicReference<Instant> now = new AtomicReference<>(MORNING);
  private final List<String> passed = new ArrayList<>();
  final Map<String, Help> help = new HashMap<>();
  final Set<String> skips = new HashSet<>();
  private final Journal journal;
  private long lsn = 0x3000000;

  SampleStudent(Path folder) {
    this(folder, List.of());
  }

  SampleStudent(Path folder, List<String> passed) {
    workspace = Workspace.open(folder);
    this.passed.addAll(passed);
    InstantSource clock = now::get;
    journal =
        Journal.open(
            workspace, Journal.opened(lab.id(), passed, MACHINE, "window"), clock, troubles::add);
  }

  /**
   * The file of a student who got as far as {@code steps}, stumbling now and then, more often where
   * everybody does.
   */
  public static Path file(Path folder, String who, int steps, long seed) throws IOException {
    Random dice = new Random(seed);
    Path target = folder.resolve(EvidenceFile.name(who, "lab-exercise-1"));
    try (SampleStudent student = new SampleStudent(folder.resolve("of-" + seed))) {
      List<Step> all = student.lab.steps();
      for (int i = 0; i < Math.min(steps + 1, all.size()); i++) {
        boolean hard = List.of("hba", "copy", "recovery", "conninfo").contains(all.get(i).id());
        int stumbles = dice.nextInt(hard ? 5 : 10) / (hard ? 2 : 8);
        for (int j = 0; j < stumbles || (i == steps && j < 1); j++) {
          student.waits(Duration.ofSeconds(20 + dice.nextInt(hard ? 300 : 60)));
          student.tries(all.get(i), Status.FAILED);
        }
        if (stumbles > 1) {
          student.asks(all.get(i), Help.COMMAND);
        } else if (i == 15 && seed % 4 == 0) {
          student.skips.add(all.get(i).id());
        }
        if (i < steps) {
          student.waits(Duration.ofSeconds(10 + dice.nextInt(hard ? 200 : 40)));
          student.tries(all.get(i), Status.PASSED);
        }
        student.serversMove(i > 4, i > 11, 1 + dice.nextInt(90_000));
      }
      if (steps >= all.size()) {
        student.proves(Verdict.PASSED);
      }
      student.export(who, target);
    }
    return target;
  }

  /** The file of a student who has done the one step of another lab. */
  public static Path fileOfAnotherLab(Path folder, String who) throws IOException {
    Path target = folder.resolve(EvidenceFile.name(who, "lab-2"));
    try (SampleStudent student = new SampleStudent(folder.resolve("of-another-lab"))) {
      Step step = student.step("initdb");
      student.tries(step, Status.PASSED);
      student.journal.flush();
      Lab other = new Lab("lab-2", "Lab Exercise 2", List.of(step), List.of());
      EvidenceFile.export(student.workspace, other, who, target);
    }
    return target;
  }

  void waits(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  Step step(String id) {
    return lab.steps().stream().filter(step -> step.id().equals(id)).findFirst().orElseThrow();
  }

  void tells(LabEvent event) {
    journal.accept(event);
  }

  /** Runs a step's command; a failed one is refused by its check. */
  void tries(Step step, Status outcome) {
    tells(changed(step, Status.RUNNING, List.of()));
    tells(new LabEvent.ActionStarted(step.id(), "pg_ctl -l logs/primary.log start"));
    tells(out(step.id(), "waiting for server to start.... done"));
    waits(Duration.ofMillis(700));
    tells(new LabEvent.ActionEnded(step.id(), "exit code 0", true));
    finds(step, outcome);
  }

  /** Reads so much of a step's help, before it is tried. */
  void asks(Step step, Help more) {
    help.put(step.id(), more);
    tells(changed(step, Status.READY, List.of()));
  }

  /** Has a step's checks look only. */
  void looks(Step step, Status outcome) {
    tells(changed(step, Status.RUNNING, List.of()));
    finds(step, outcome);
  }

  private void finds(Step step, Status outcome) {
    tells(changed(step, outcome, List.of(result(outcome))));
    if (outcome == Status.PASSED) {
      passed.add(step.id());
    }
  }

  void serversMove(boolean primary, boolean standby, long bytes) {
    lsn += bytes;
    ServerStatus off = new ServerStatus(ClusterState.STOPPED, 5433, "", null, "", "", "");
    waits(Duration.ofSeconds(2));
    journal.accept(
        new ReplicationSnapshot(
            Objects.requireNonNull(now.get()),
            primary ? running(5432, false, lsn) : off,
            standby ? running(5433, true, lsn - Math.min(bytes, 2_000)) : off,
            standby ? Math.min(bytes, 2_000) : null));
  }

  private static ServerStatus running(int port, boolean recovery, long lsn) {
    return new ServerStatus(
        ClusterState.RUNNING,
        port,
        "18.6",
        recovery,
        "%X/%X".formatted(lsn >> 32, lsn & 0xFFFFFFFFL),
        recovery ? "streaming" : "",
        "");
  }

  void proves(Verdict verdict) {
    journal.accept(ProofReport.of(List.of(result(Status.valueOf(verdict.name())))));
  }

  Evidence export(String who, Path target) throws IOException {
    journal.flush();
    return EvidenceFile.export(workspace, lab, who, target);
  }

  Journal journal() {
    return journal;
  }

  static LabEvent.Output out(String step, String text) {
    return new LabEvent.Output(step, new OutputLine(OutputLine.Stream.OUT, text));
  }

  private LabEvent.StepChanged changed(Step step, Status status, List<CheckResult> found) {
    return new LabEvent.StepChanged(
        step.id(),
        new StepState(
            step,
            status,
            "",
            found,
            "",
            status == Status.RUNNING ? 0 : 700,
            help.getOrDefault(step.id(), Help.NONE),
            skips.contains(step.id())));
  }

  private static CheckResult result(Status status) {
    boolean failed = status == Status.FAILED;
    return new CheckResult(
        "row-arrives",
        Verdict.valueOf(status.name()),
        "Does a new row arrive?",
        "5433: SELECT pg_last_wal_replay_lsn()",
        "0/3000060",
        failed ? "The standby receives WAL but does not replay it: replay is paused." : "",
        failed ? "Run SELECT pg_wal_replay_resume(); on 5433." : "");
  }

  @Override
  public void close() {
    journal.close();
  }
}
