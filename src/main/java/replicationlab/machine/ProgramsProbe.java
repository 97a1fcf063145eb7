package replicationlab.machine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import replicationlab.postgres.install.Installation;
import replicationlab.postgres.install.Installations;
import replicationlab.postgres.install.NoSuchInstallationException;
import replicationlab.postgres.install.Program;
import replicationlab.postgres.install.UnpackFailedException;
import replicationlab.postgres.install.Unprivileged;
import replicationlab.process.CommandNotStartedException;
import replicationlab.process.CommandRequest;
import replicationlab.process.CommandResult;
import replicationlab.process.CommandRunner;

/** Whether PostgreSQL's programs really run here: the architecture, its libraries, noexec. */
record ProgramsProbe(
    LabPlan plan, Installations installations, CommandRunner runner, Unprivileged unprivileged)
    implements Probe {

  private static final List<Program> NEEDED =
      List.of(Program.POSTGRES, Program.INITDB, Program.PG_CTL);

  @Override
  public String name() {
    return "PostgreSQL's programs";
  }

  @Override
  public Diagnosis look() {
    Installation chosen;
    try {
      chosen = installations.choose(plan.postgres(), words -> {});
    } catch (NoSuchInstallationException | UnpackFailedException e) {
      return Diagnosis.problem(name(), "none that can be used", String.valueOf(e.getMessage()));
    }
    for (Program program : NEEDED) {
      Optional<String> failure = run(chosen, program);
      if (failure.isPresent()) {
        return Diagnosis.problem(
            name(),
            program.command() + " does not run: " + failure.get(),
            "Choose another PostgreSQL, or put the cache on a disk that allows programs to run.");
      }
    }
    String psql =
        chosen
            .program(Program.PSQL)
            .map(file -> "psql from " + file.getParent())
            .orElse("the lab's own psql");
    return Diagnosis.ok(name(), chosen.label() + " run, with " + psql);
  }

  /** What went wrong; empty if it ran and told its version. */
  private Optional<String> run(Installation chosen, Program program) {
    List<String> command = List.of(chosen.program(program).orElseThrow().toString(), "--version");
    try {
      CommandResult result =
          runner.run(
              new CommandRequest(
                  command, chosen.bin(), Map.of("LC_ALL", "C"), Duration.ofSeconds(20)));
      boolean told = result.succeeded() && result.text().contains("PostgreSQL");
      return told ? Optional.empty() : Optional.of(firstLine(result));
    } catch (CommandNotStartedException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static String firstLine(CommandResult result) {
    return result
        .text()
        .lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse("exit code " + result.exitCode());
  }
}
