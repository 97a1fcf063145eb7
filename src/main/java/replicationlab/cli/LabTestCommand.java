package replicationlab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import replicationlab.author.LabReview;
import replicationlab.author.LabTrial;
import replicationlab.author.StepTrial;
import replicationlab.course.Courses;
import replicationlab.deck.Problem;
import replicationlab.lab.Lab;
import replicationlab.postgres.cluster.PortPair;
import replicationlab.postgres.install.Installation;
import replicationlab.progress.Workspace;
import replicationlab.progress.WorkspaceLock;
import replicationlab.run.Workbench;

/** {@code lab test}: whether a lab's file is right, for its author. */
@Command(
    name = "test",
    description = {
      "Reads a lab's file and tells what is wrong with it; then does every step on a real PostgreSQL:",
      "its checks must fail before its solution and pass after it, and a reset must undo it.",
      "Exits with 0 if all is well, 1 if a step is not as it should be, 2 if the text has problems."
    },
    mixinStandardHelpOptions = true)
final class LabTestCommand implements Callable<Integer> {

  private static final PortPair AWAY_FROM_THE_COURSE = new PortPair(15432, 15433);

  private final Services services;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the lab's Markdown file")
  private Path file = Path.of("");

  @Option(
      names = "--postgres",
      paramLabel = "VERSION|DIR",
      description = "on which PostgreSQL (default: on each that is here, one after the other)")
  private String postgres = "";

  @Option(
      names = "--agree",
      paramLabel = "DIGEST",
      description = "you have seen what the lab would run, and agree")
  private String digest = "";

  @Option(names = "--json", description = "answer as JSON")
  private boolean json;

  LabTestCommand(Services services) {
    this.services = services;
  }

  /** What Ctrl+C ends; the servers and the temporary folder go as at any other end. */
  private volatile @Nullable LabTrial current;

  private volatile boolean cancelled;

  @Override
  public Integer call() throws Exception {
    return OnInterrupt.finish(this::readAndTry, this::cancel);
  }

  private void cancel() {
    cancelled = true;
    LabTrial trial = current;
    if (trial != null) {
      trial.cancel();
    }
  }

  private int readAndTry() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("There is no lab " + file + "; name a Markdown file.");
    }
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    List<Problem> problems = LabReview.problems(file, services.files());
    Lab lab = Courses.lab(file);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("lab", lab.title());
    answer.put("digest", lab.digest());
    answer.put("problems", problems.stream().map(LabTestCommand::problem).toList());
    int exitCode = ExitCode.PROBLEMS;
    if (problems.isEmpty()) {
      List<Map<String, Object>> trials = new ArrayList<>();
      exitCode = ExitCode.PASSED;
      for (Installation installation : installations()) {
        if (cancelled) {
          break;
        }
        exitCode = Math.max(exitCode, trial(lab, installation, trials, out));
      }
      answer.put("trials", trials);
    }
    if (json) {
      out.println(Json.of(answer));
    } else {
      problems.forEach(problem -> out.println(problem.at(file.toString())));
      out.println(words(exitCode));
    }
    out.flush();
    return exitCode;
  }

  private static String words(int exitCode) {
    return switch (exitCode) {
      case ExitCode.PASSED -> "The lab is as it should be.";
      case ExitCode.FAILED -> "A step is not as it should be.";
      default -> "The lab was not tried.";
    };
  }

  private List<Installation> installations() {
    return postgres.isEmpty()
        ? services.installations().found().stream().filter(Installation::canRunServers).toList()
        : List.of(services.installations().choose(postgres, progress -> {}));
  }

  private int trial(
      Lab lab, Installation installation, List<Map<String, Object>> trials, PrintWriter out)
      throws IOException {
    Workspace workspace = Workspace.open(Files.createTempDirectory("replication-lab-"));
    boolean stopped = true;
    try (WorkspaceLock _ = WorkspaceLock.take(workspace)) {
      Workbench bench =
          services
              .opener()
              .open(
                  workspace,
                  postgres.isEmpty() ? installation.bin().toString() : postgres,
                  AWAY_FROM_THE_COURSE.nearestFree(),
                  progress -> {});
      if (!new Agreeing(lab, bench, json ? err() : out).agreed(digest)) {
        return ExitCode.PROBLEMS;
      }
      try {
        LabTrial trial = new LabTrial(lab, bench);
        current = trial;
        List<StepTrial> steps = trial.run();
        String version = bench.clusters().installation().version().toString();
        boolean good = steps.stream().allMatch(StepTrial::good);
        if (!json) {
          print(out, lab, version, steps);
        }
        trials.add(answer(version, good, steps));
        return good ? ExitCode.PASSED : ExitCode.FAILED;
      } finally {
        stopped = bench.stopServers(line -> {});
      }
    } finally {
      if (stopped) {
        workspace.dispose();
      } else {
        out.println("A server did not stop; its workspace is " + workspace.folder());
      }
    }
  }

  private PrintWriter err() {
    return Objects.requireNonNull(spec).commandLine().getErr();
  }

  private static void print(PrintWriter out, Lab lab, String version, List<StepTrial> steps) {
    out.println("PostgreSQL " + version);
    int width =
        steps.stream().mapToInt(each -> lab.placeOf(each.step().id()).length()).max().orElse(1);
    for (StepTrial trial : steps) {
      out.printf(
          "  %-4s %-" + width + "s %6d ms  %s%n",
          trial.good() ? "ok" : "BAD",
          lab.placeOf(trial.step().id()),
          trial.millis(),
          marks(trial));
      if (!trial.good()) {
        out.println("         line " + trial.step().line() + ": " + trial.complaint().strip());
      }
    }
    out.flush();
  }

  private static String marks(StepTrial trial) {
    if (!trial.reached()) {
      return "not reached";
    }
    return (trial.failsBefore() ? "fails before" : "PASSES BEFORE")
        + (trial.passesAfter() ? ", passes after" : ", FAILS AFTER")
        + (trial.undone() ? ", undone by reset" : ", NOT UNDONE BY RESET");
  }

  private static Map<String, Object> answer(String version, boolean good, List<StepTrial> steps) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("postgres", version);
    answer.put("good", good);
    answer.put("steps", steps.stream().map(LabTestCommand::step).toList());
    return answer;
  }

  private static Map<String, Object> step(StepTrial trial) {
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("name", trial.step().id());
    step.put("line", trial.step().line());
    step.put("reached", trial.reached());
    step.put("failsBefore", trial.failsBefore());
    step.put("passesAfter", trial.passesAfter());
    step.put("undone", trial.undone());
    step.put("complaint", trial.complaint().strip());
    step.put("millis", trial.millis());
    return step;
  }

  private static Map<String, Object> problem(Problem problem) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("line", problem.line());
    answer.put("message", problem.message());
    return answer;
  }
}
