package replicationlab.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import replicationlab.check.CheckResult;
import replicationlab.check.ProofReport;
import replicationlab.check.Verdict;
import replicationlab.drill.Drill;
import replicationlab.lab.Action;
import replicationlab.process.Cancellation;
import replicationlab.progress.DrillMemory;

/**
 * Sets drills in a finished lab and verifies them: that the fault is really there, and that it is
 * really gone. What is done goes through the lab, so its console tells of it and its cancel ends
 * it.
 */
public final class DrillRun implements Drilling, AutoCloseable {

  /** The name under which the lab tells of what sets a drill. */
  public static final String NAME = "drill";

  /** How long a fault or a mend may take to show: a lost connection is tried again after 5 s. */
  private static final long PATIENCE_NANOS = 15_000_000_000L;

  private static final long BETWEEN_LOOKS_NANOS = 200_000_000;

  private final GuidedLab lab;
  private final DrillMemory memory;
  private final ExecutorService work =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("drills").daemon().factory());

  public DrillRun(GuidedLab lab, DrillMemory memory) {
    this.lab = lab;
    this.memory = memory;
  }

  @Override
  public int major() {
    return lab.major();
  }

  @Override
  public String current() {
    return memory.current();
  }

  @Override
  public Set<String> failing() {
    return memory.failing();
  }

  @Override
  public Optional<Set<String>> foreseen() {
    return memory.foreseen();
  }

  @Override
  public void foresee(Set<String> rows) {
    memory.foresaw(rows);
  }

  @Override
  public boolean wasTold() {
    return memory.wasTold();
  }

  @Override
  public void told() {
    memory.told();
  }

  @Override
  public Set<String> solved() {
    return memory.solved();
  }

  @Override
  public Set<String> shown() {
    return memory.shown();
  }

  @Override
  public CompletableFuture<ProofReport> set(Drill drill) {
    return CompletableFuture.supplyAsync(() -> breakIt(drill), work);
  }

  private ProofReport breakIt(Drill drill) {
    Drill.Prediction expected =
        drill
            .predictionFor(major())
            .orElseThrow(
                () -> new IllegalStateException("This mistake cannot happen on this PostgreSQL."));
    if (prove().verdict() != Verdict.PASSED) {
      throw new IllegalStateException(
          "A drill begins from a proven standby, and this one is not: finish Lab Exercise 1, or mend"
              + " what the checker names, first.");
    }
    memory.set(drill.id(), drill.title());
    for (Action action : drill.actionsFor(major())) {
      // A server that refuses to start is what many drills are about.
      if (lab.apply(NAME, List.of(action), new Cancellation()).join().equals("Cancelled.")) {
        throw new IllegalStateException(
            "Setting the drill was cancelled; the checker says where the lab stands now.");
      }
    }
    ProofReport report =
        shows(expected.mistake())
            .orElseThrow(() ->
                new IllegalStateException(
                    "The drill was set, and its fault does not show; check the standby."));
    memory.fails(broken(report));
    return report;
  }

  private Optional<ProofReport> shows(String mistake) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      ProofReport report = prove();
      if (report.checks().stream().anyMatch(row -> row.mistake().equals(mistake))) {
        return Optional.of(report);
      }
      if (System.nanoTime() > deadline) {
        return Optional.empty();
      }
      LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
    }
  }

  /** The rows that a proof shows as broken: what a prediction is about. */
  public static Set<String> broken(ProofReport report) {
    return report.checks().stream()
        .filter(row -> row.verdict() == Verdict.FAILED || !row.mistake().isEmpty())
        .map(CheckResult::name)
        .collect(Collectors.toSet());
  }

  @Override
  public CompletableFuture<ProofReport> check(boolean byThePerson) {
    return CompletableFuture.supplyAsync(() -> settled(byThePerson), work);
  }

  @Override
  public CompletableFuture<ProofReport> showMe() {
    return CompletableFuture.supplyAsync(
        () -> {
          named(prove()).ifPresent(row -> lab.apply(row.actions()).join());
          return settled(false);
        },
        work);
  }

  /** The row that names the mistake, if one does. */
  public static Optional<CheckResult> named(ProofReport report) {
    return report.checks().stream().filter(row -> !row.mistake().isEmpty()).findFirst();
  }

  private ProofReport settled(boolean byThePerson) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      ProofReport report = prove();
      if (report.verdict() == Verdict.PASSED) {
        memory.mended(byThePerson);
        return report;
      }
      boolean passing =
          named(report).map(row -> row.mistake().equals("reconnecting")).orElse(!byThePerson);
      if (!passing || System.nanoTime() > deadline) {
        return report;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
    }
  }

  private ProofReport prove() {
    return lab.prove(row -> {}).join();
  }

  @Override
  public void cancel() {
    lab.cancel();
  }

  @Override
  public void close() {
    work.shutdown();
  }
}
