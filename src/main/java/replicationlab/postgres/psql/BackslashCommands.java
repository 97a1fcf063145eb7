package replicationlab.postgres.psql;

import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import replicationlab.postgres.sql.Session;
import replicationlab.process.Cancellation;
import replicationlab.process.CommandRequest;
import replicationlab.process.CommandRunner;

/** The backslash commands that a lab uses, with the state that they change. */
final class BackslashCommands {

  private static final Map<String, String> RELATION_KINDS =
      Map.of("d", "rpvmSf", "dt", "rp", "di", "iI", "dv", "v", "ds", "S");

  private static final Duration PATIENCE = Duration.ofHours(1);

  private final Session session;
  private final PsqlOptions options;
  private final Output output;
  private final Cancellation cancellation;
  private Format format;

  BackslashCommands(
      Session session, PsqlOptions options, Output output, Cancellation cancellation) {
    this.session = session;
    this.options = options;
    this.output = output;
    this.cancellation = cancellation;
    this.format = options.format();
  }

  Format format() {
    return format;
  }

  /** Whether it went well. */
  boolean run(String line) {
    String[] words = line.substring(1).split("\\s+", 2);
    String name = words[0].replaceFirst("\\+$", "");
    String argument = words.length > 1 ? words[1].strip() : "";
    if (name.equals("d") && !argument.isEmpty()) {
      return describe(argument);
    }
    String kinds = RELATION_KINDS.get(name);
    if (kinds != null) {
      return relations(argument, kinds);
    }
    switch (name) {
      case "du" -> output.table(Catalog.roles(session), format);
      case "l" -> output.table(Catalog.databases(session), format);
      case "x" -> expanded(argument);
      case "o" -> {
        return into(argument);
      }
      case "!" -> shell(argument);
      case "conninfo" -> connection();
      case "echo" -> output.line(argument.replaceAll("\\s+", " "));
      case "q" -> {
        // Ends this -c, which ends anyway.
      }
      default -> {
        output.error("invalid command \\" + words[0]);
        return false;
      }
    }
    return true;
  }

  /** Without an argument results are printed again. */
  private boolean into(String argument) {
    if (argument.startsWith("|")) {
      output.error("the built-in psql writes results into a file only, not to a program");
      return false;
    }
    String file = unquoted(argument);
    try {
      output.close();
      if (!file.isEmpty()) {
        output.into(Path.of(file));
      }
      return true;
    } catch (NoSuchFileException e) {
      output.error(file + ": No such file or directory");
    } catch (IOException | InvalidPathException e) {
      output.error(file + ": cannot be written: " + e.getMessage());
    }
    return false;
  }

  /** A word in single quotes, in which a quote stands twice, may have spaces. */
  private static String unquoted(String word) {
    return word.length() > 1 && word.startsWith("'") && word.endsWith("'")
        ? word.substring(1, word.length() - 1).replace("''", "'")
        : word;
  }

  /** What becomes of it is no error of psql's; what it prints is in no file of a \o. */
  private void shell(String command) {
    boolean windows = File.separatorChar == '\\';
    CommandRequest request =
        new CommandRequest(
            windows ? List.of("cmd.exe", "/c", command) : List.of("/bin/sh", "-c", command),
            Path.of("").toAbsolutePath(),
            Map.of(),
            PATIENCE);
    var _ = new CommandRunner().run(request, output.live(), cancellation);
  }

  private boolean relations(String pattern, String kinds) {
    Table table = Catalog.relations(session, pattern, kinds);
    if (table.rows().isEmpty() && !options.quiet()) {
      output.error(
          pattern.isEmpty()
              ? "Did not find any relations."
              : "Did not find any relation named \"" + pattern + "\".");
    } else {
      output.table(table, format);
    }
    return true;
  }

  private boolean describe(String pattern) {
    List<Relation> found = Relation.named(session, pattern);
    if (found.isEmpty()) {
      output.error("Did not find any relation named \"" + pattern + "\".");
      return false;
    }
    found.forEach(relation -> output.table(relation.describe(session), format));
    return true;
  }

  private void expanded(String argument) {
    boolean on =
        switch (argument) {
          case "on" -> true;
          case "off" -> false;
          default -> !format.expanded();
        };
    format = format.withExpanded(on);
    if (!options.quiet()) {
      output.line("Expanded display is " + (on ? "on." : "off."));
    }
  }

  private void connection() {
    output.line(
        "You are connected to database \"%s\" as user \"%s\" on host \"%s\" at port \"%d\"."
            .formatted(
                options.server().database(),
                options.server().user(),
                options.server().host(),
                options.server().port()));
  }
}
