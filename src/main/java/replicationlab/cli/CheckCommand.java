package replicationlab.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import replicationlab.check.CheckResult;
import replicationlab.check.ProofReport;
import replicationlab.check.ReplicationProof;
import replicationlab.check.Verdict;
import replicationlab.run.Workbench;

/** {@code check}: the proof that the standby is one. */
@Command(
    name = "check",
    description =
        "Proves that the standby is one; exits with 0 if proven, 1 if not, 2 if it could not be"
            + " checked.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  private final Services services;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final ChosenWorkspace workspace = new ChosenWorkspace();

  @Option(names = "--json", description = "answer as JSON")
  private boolean json;

  CheckCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Workbench bench = services.opener().reopen(workspace.existing(services), progress -> {});
    ReplicationProof proof = new ReplicationProof(bench.system(session -> false));
    ProofReport report = proof.run(row -> print(out, row));
    if (json) {
      out.println(Json.of(answer(report)));
    } else {
      out.println();
      out.println("The standby: " + report.verdict().words());
    }
    out.flush();
    return ExitCode.of(report.verdict());
  }

  private void print(PrintWriter out, CheckResult row) {
    if (json) {
      return;
    }
    out.printf("%-15s %s%n", row.verdict().words(), row.question());
    row.sql().lines().forEach(line -> out.println("                  " + line));
    row.answer().lines().forEach(line -> out.println("                  = " + line));
    if (row.verdict() != Verdict.PASSED) {
      out.println("                cause:  " + row.cause());
      out.println(
          "                remedy: " + row.remedy().replace("\n", "\n                        "));
    }
    out.flush();
  }

  private static Map<String, Object> answer(ProofReport report) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("verdict", report.verdict().word());
    answer.put("checks", report.checks().stream().map(CheckCommand::row).toList());
    return answer;
  }

  private static Map<String, Object> row(CheckResult result) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", result.name());
    row.put("verdict", result.verdict().word());
    row.put("question", result.question());
    row.put("sql", result.sql());
    row.put("answer", result.answer());
    row.put("cause", result.cause());
    row.put("remedy", result.remedy());
    return row;
  }
}
