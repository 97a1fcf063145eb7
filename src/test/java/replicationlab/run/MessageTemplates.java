package replicationlab.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import replicationlab.postgres.install.Installation;
import replicationlab.postgres.install.Program;

/** The messages that a server can write, as they lie in its programs: with %s for what it names. */
record MessageTemplates(String major, List<String> all) {

  /** What is a name in a log, and in a template only the place for one. */
  private static final List<Map.Entry<String, String>> FILLED_IN =
      List.of(
          filled("pg_hba\\.conf", "%s"),
          filled("pg_hba.conf", "%s"),
          filled("postmaster\\.pid", "%s"),
          filled("postmaster.pid", "%s"),
          filled("recovery.conf", "%s"),
          filled("recovery\\.conf", "command file \"%s\""),
          filled("starting PostgreSQL", "starting %s$"),
          filled("backup_label", "%s"),
          filled("\\.s\\.PGSQL", "%s"),
          filled("host \"::1\"", "host \"%s\""),
          filled("function pg_(start)_backup\\(", "function %s"),
          filled("function pg_(stop)_backup\\(", "function %s"),
          filled("function pg_backup_(start)\\(", "function %s"),
          filled("function pg_backup_(stop)\\(", "function %s"),
          filled("function pg_\\w*xlog\\w*\\(", "function %s"),
          filled("function pg_\\w*wal\\w*\\(", "function %s"),
          filled("line \\d+", "line %u"),
          // The C library's words.
          filled("Permission denied", "%[ms]"),
          filled("No space left on device", "%[ms]"),
          filled("Connection refused", "%[ms]"),
          filled("Address already in use", "%[ms]"));

  private static Map.Entry<String, String> filled(String name, String template) {
    return Map.entry(name, "(?:" + name + "|" + template + ")");
  }

  /** Behind it are the primary's words, or those of the standby's libpq. */
  private static final Pattern OF_ANOTHER =
      Pattern.compile("^(could not connect to the )?primary server: \\.\\*");

  static MessageTemplates of(Installation installation) {
    Path server = installation.program(Program.POSTGRES).orElseThrow();
    Path lib = installation.bin().resolveSibling("lib");
    try (Stream<Path> libraries = Files.walk(lib)) {
      return new MessageTemplates(
          installation.version().majorName(),
          Stream.concat(
                  Stream.of(server),
                  libraries.filter(
                      file -> file.getFileName().toString().matches("libpq(walreceiver)?\\..*")))
              .flatMap(MessageTemplates::texts)
              .distinct()
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final Pattern WORDS = Pattern.compile("[a-zA-Z%\"][^\\x00-\\x08\\x0b-\\x1f]{7,}");

  private static Stream<String> texts(Path program) {
    try {
      String bytes = new String(Files.readAllBytes(program), StandardCharsets.ISO_8859_1);
      return WORDS
          .matcher(bytes)
          .results()
          .map(found -> found.group())
          .filter(text -> text.indexOf(' ') > 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether one of the messages could be what is looked for. */
  boolean have(String words) {
    String loose = OF_ANOTHER.matcher(words).replaceFirst("");
    for (Map.Entry<String, String> each : FILLED_IN) {
      loose = loose.replace(each.getKey(), each.getValue());
    }
    Pattern pattern = Pattern.compile(loose, Pattern.CASE_INSENSITIVE);
    return all.stream().anyMatch(text -> pattern.matcher("PANIC: FATAL: LOG:  " + text).find());
  }
}
