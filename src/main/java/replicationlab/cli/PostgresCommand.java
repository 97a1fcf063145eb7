package replicationlab.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import replicationlab.postgres.install.Installation;
import replicationlab.postgres.install.Program;

/** {@code postgres}: the PostgreSQLs of this machine. */
@Command(
    name = "postgres",
    description = "Lists the PostgreSQLs of this machine, and what each lacks.",
    mixinStandardHelpOptions = true)
final class PostgresCommand implements Callable<Integer> {

  private final Services services;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", description = "answer as JSON")
  private boolean json;

  PostgresCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    List<Installation> found = services.installations().found();
    if (json) {
      out.println(Json.of(found.stream().map(PostgresCommand::entry).toList()));
    } else {
      found.forEach(installation -> out.println(line(installation)));
    }
    out.flush();
    return ExitCode.PASSED;
  }

  private static String line(Installation installation) {
    String lacks = String.join(", ", names(installation));
    return String.format(
        "%-8s %-8s %s%s",
        installation.version(),
        installation.origin().name().toLowerCase(Locale.ROOT),
        installation.bin(),
        lacks.isEmpty() ? "" : "  (lacks " + lacks + ")");
  }

  private static List<String> names(Installation installation) {
    return installation.lacks().stream().map(Program::command).sorted().toList();
  }

  private static Map<String, Object> entry(Installation installation) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("version", installation.version().toString());
    entry.put("origin", installation.origin().name().toLowerCase(Locale.ROOT));
    entry.put("bin", installation.bin().toString());
    entry.put("lacks", names(installation));
    return entry;
  }
}
