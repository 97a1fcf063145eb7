package replicationlab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import replicationlab.evidence.ClassOverview;
import replicationlab.evidence.ClassRow;
import replicationlab.evidence.Dates;
import replicationlab.evidence.HardStep;
import replicationlab.evidence.Opened;
import replicationlab.evidence.StepRecord;
import replicationlab.evidence.StepRecord.How;
import replicationlab.lab.Lab;

/** {@code evidence overview}: many students at once. */
@Command(
    name = "overview",
    description =
        "Shows who is where and which step is hard; exits with 0 if all files are as they were"
            + " exported, 1 if one was edited, 2 if one cannot be read.",
    mixinStandardHelpOptions = true)
final class EvidenceOverviewCommand implements Callable<Integer> {

  private static final int HARDEST_SHOWN = 5;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "evidence files, or their folder")
  private List<Path> files = List.of();

  @Option(names = "--json", description = "answer as JSON")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    List<Opened> opened = EvidenceVerifyCommand.open(files);
    ClassOverview overview = ClassOverview.of(opened);
    if (json) {
      out.println(Json.of(answer(overview)));
    } else {
      print(out, overview);
    }
    out.flush();
    return EvidenceVerifyCommand.exitCode(opened);
  }

  private static void print(PrintWriter out, ClassOverview overview) {
    String format =
        "%-"
            + width("who", overview, ClassRow::who)
            + "s  %6s  %-"
            + width("is at", overview, EvidenceOverviewCommand::here)
            + "s  %-21s %8s %10s  %-"
            + width("hardest", overview, EvidenceOverviewCommand::hardest)
            + "s  %s%n";
    out.printf(
        format,
        "who",
        "passed",
        "is at",
        "solved/assist/skipped",
        "attempts",
        "time",
        "hardest",
        "seal");
    for (ClassRow row : overview.rows()) {
      out.printf(
          format,
          row.who(),
          passed(row),
          here(row),
          row.steps().isEmpty()
              ? ""
              : row.passed(How.SOLVED)
                  + "/"
                  + row.passed(How.ASSISTED)
                  + "/"
                  + row.passed(How.SKIPPED),
          row.steps().isEmpty() ? "" : row.attempts(),
          row.steps().isEmpty() ? "" : Dates.lasting(row.seconds()),
          hardest(row),
          (row.sentence() + " " + row.remark()).strip());
    }
    if (!overview.hardest().isEmpty()) {
      out.println();
      out.println("The hardest steps:");
      overview.hardest().stream().limit(HARDEST_SHOWN).forEach(step -> out.println(line(step)));
    }
  }

  private static String passed(ClassRow row) {
    return row.evidence()
        .map(evidence -> evidence.passed() + "/" + evidence.steps().size())
        .orElse("");
  }

  private static int width(
      String heading, ClassOverview overview, Function<ClassRow, String> column) {
    return Stream.concat(Stream.of(heading), overview.rows().stream().map(column))
        .mapToInt(String::length)
        .max()
        .orElseThrow();
  }

  private static String here(ClassRow row) {
    return row.here().map(step -> place(step, row)).orElse(row.steps().isEmpty() ? "" : "done");
  }

  private static String hardest(ClassRow row) {
    return row.hardest().map(step -> place(step, row)).orElse("");
  }

  private static String place(StepRecord step, ClassRow row) {
    return Lab.place(step.number(), row.steps().size(), step.title());
  }

  private static String line(HardStep step) {
    return String.format(
        "  %2d %-34s %3d failed, %s in all, %d are at it",
        step.number(), step.title(), step.failures(), Dates.lasting(step.seconds()), step.stuck());
  }

  private static Map<String, Object> answer(ClassOverview overview) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("lab", overview.title());
    answer.put("students", overview.rows().stream().map(EvidenceOverviewCommand::student).toList());
    answer.put("hardest", overview.hardest());
    return answer;
  }

  private static Map<String, Object> student(ClassRow row) {
    Map<String, Object> student = new LinkedHashMap<>();
    student.put("who", row.who());
    student.put("file", row.opened().file().toString());
    student.put("seal", EvidenceVerifyCommand.seal(row.opened()));
    student.put("sentence", row.sentence());
    student.put("remark", row.remark());
    student.put("attempts", row.attempts());
    student.put("seconds", row.seconds());
    student.put("at", row.here().map(StepRecord::id).orElse(""));
    student.put("hardest", row.hardest().map(StepRecord::id).orElse(""));
    student.put("proof", row.evidence().map(evidence -> evidence.proof()).orElse(""));
    student.put("steps", row.steps());
    return student;
  }
}
