package replicationlab.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import replicationlab.postgres.download.ServerRemoval;
import replicationlab.postgres.install.Installation;

/** {@code postgres remove}: takes an added PostgreSQL away. */
@Command(
    name = "remove",
    description = {
      "Removes a PostgreSQL that was added, unless a server of it runs.",
      "Workspaces that were made with it stay as they are."
    },
    mixinStandardHelpOptions = true)
final class PostgresRemoveCommand implements Callable<Integer> {

  private final Services services;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "VERSION",
      description = "a major version such as 14, or exactly one such as 14.24")
  private String version = "";

  PostgresRemoveCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    Installation removed = new ServerRemoval(services.installations()).remove(version);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println(
        "PostgreSQL %s is removed; \"postgres add %s\" brings it back."
            .formatted(removed.version(), removed.version().majorName()));
    out.flush();
    return ExitCode.PASSED;
  }
}
