package replicationlab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import replicationlab.machine.Diagnosis;
import replicationlab.machine.Grade;
import replicationlab.machine.LabPlan;
import replicationlab.machine.MachineCheck;
import replicationlab.postgres.cluster.PortPair;
import replicationlab.postgres.install.Unprivileged;
import replicationlab.process.CommandRunner;

/** {@code doctor}: what of this machine could get into the lab's way. */
@Command(
    name = "doctor",
    description =
        "Checks this machine before the lab; exits with 0 if nothing stands in its way, else 1.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

  private final Services services;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      description = "where the lab is to keep its clusters (default: the window's)")
  private @Nullable Path workspace;

  @Option(
      names = "--postgres",
      paramLabel = "VERSION|DIR",
      description = "18, 9.6, another one, or a folder (default: the newest bundled)")
  private String postgres = "";

  @Option(
      names = "--ports",
      paramLabel = "P,S",
      description = "the primary's and the standby's port (default: 5432,5433)")
  private String ports = "5432,5433";

  @Option(names = "--json", description = "answer as JSON")
  private boolean json;

  DoctorCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Path folder = workspace == null ? services.defaultWorkspace() : workspace;
    CommandRunner runner = new CommandRunner();
    MachineCheck check =
        MachineCheck.of(
            new LabPlan(folder, postgres, PortPair.parse(ports)),
            services.installations(),
            runner,
            new Unprivileged(runner),
            System.getenv());
    List<Diagnosis> all = check.run(diagnosis -> print(out, diagnosis));
    boolean sound = all.stream().noneMatch(each -> each.grade() == Grade.PROBLEM);
    if (json) {
      out.println(Json.of(answer(all, sound)));
    } else {
      out.println();
      out.println(sound ? "The lab can be done here." : "Mend the problems first.");
    }
    out.flush();
    return sound ? ExitCode.PASSED : ExitCode.FAILED;
  }

  private void print(PrintWriter out, Diagnosis diagnosis) {
    if (json) {
      return;
    }
    out.printf(
        "%-15s %-23s %s%n", diagnosis.grade().words(), diagnosis.name(), diagnosis.measured());
    if (!diagnosis.remedy().isEmpty()) {
      out.printf("%39s %s%n", "remedy:", diagnosis.remedy());
    }
    out.flush();
  }

  private static Map<String, Object> answer(List<Diagnosis> all, boolean sound) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("verdict", sound ? "ok" : "problem");
    answer.put("checks", all.stream().map(DoctorCommand::row).toList());
    return answer;
  }

  private static Map<String, Object> row(Diagnosis diagnosis) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", diagnosis.name());
    row.put("grade", diagnosis.grade().word());
    row.put("measured", diagnosis.measured());
    row.put("remedy", diagnosis.remedy());
    return row;
  }
}
