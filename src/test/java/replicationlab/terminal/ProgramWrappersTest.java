package replicationlab.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.postgres.install.Installation;
import replicationlab.postgres.install.Program;
import replicationlab.postgres.install.Unprivileged;
import replicationlab.postgres.install.Version;
import replicationlab.process.Cancellation;
import replicationlab.process.CommandRequest;
import replicationlab.process.CommandResult;
import replicationlab.process.CommandRunner;

/** What stands before PostgreSQL's programs on the terminal's PATH; the programs are fakes. */
class ProgramWrappersTest {

  private static final CommandRunner RUNNER = new CommandRunner();

  @TempDir Path folder;
  private Path bin;
  private Path wrappers;

  @BeforeEach
  void fakes() throws IOException {
    // An apostrophe and blanks, as in the folders of people.
    bin = Files.createDirectories(folder.resolve("o'brien's pg/bin"));
    wrappers = folder.resolve("wrappers");
    for (String name : List.of("initdb", "pg_ctl", "postgres", "psql", "builtin")) {
      Path fake = bin.resolve(name);
      Files.writeString(
          fake,
          "#!/bin/sh\necho \"%s as $(id -u) in $LC_ALL:\"\nfor word; do echo \"<$word>\"; done\nexit 3\n"
              .formatted(name));
      Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private void write(Map<Program, Path> programs) throws IOException {
    Installation installation =
        new Installation(
            bin,
            bin.resolveSibling("share"),
            new Version(18, 6, 0),
            Installation.Origin.FOUND,
            programs);
    new ProgramWrappers(
            installation,
            new Unprivileged(RUNNER),
            folder,
            List.of(bin.resolve("builtin").toString(), "psql"),
            false)
        .write(wrappers);
  }

  private CommandResult run(String name, String... arguments) {
    List<String> command =
        Stream.concat(Stream.of(wrappers.resolve(name).toString()), Stream.of(arguments)).toList();
    return RUNNER.run(
        new CommandRequest(command, folder, Map.of("LC_ALL", "de_DE"), Duration.ofMinutes(1)),
        line -> {},
        new Cancellation());
  }

  @Test
  void serversRunAsNobodyElseThanRootAndSpeakEnglish() throws IOException {
    write(Map.of(Program.INITDB, bin.resolve("initdb"), Program.PG_CTL, bin.resolve("pg_ctl")));
    for (String name : List.of("initdb", "pg_ctl")) {
      CommandResult result = run(name, "-D", "a b", "", "it's $HOME");
      assertThat(result.text().lines())
          .element(0)
          .asString()
          .startsWith(name + " as ")
          .doesNotContain(" as 0 ")
          .endsWith(" in C:");
      assertThat(result.text().lines().skip(1))
          .containsExactly("<-D>", "<a b>", "<>", "<it's $HOME>");
      assertThat(result.exitCode()).isEqualTo(3);
    }
  }

  @Test
  void theBuiltInPsqlServesWhereThereIsNone() throws IOException {
    write(Map.of(Program.INITDB, bin.resolve("initdb")));
    assertThat(run("psql", "-c", "\\d", "postgres").text().lines())
        .element(0)
        .asString()
        .startsWith("builtin as ");
    assertThat(run("psql", "-c", "\\d").text().lines().skip(1))
        .containsExactly("<psql>", "<-c>", "<\\d>");
  }

  @Test
  void aBorrowedPsqlIsFoundAndAnOwnOneToo() throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("15/bin")).resolve("psql");
    Files.copy(bin.resolve("psql"), elsewhere);
    Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (Path psql : List.of(elsewhere, bin.resolve("psql"))) {
      write(Map.of(Program.PSQL, psql));
      assertThat(run("psql", "-l").text()).contains("psql as ").contains("<-l>");
    }
  }

  /** {@code pg_ctl} would say "unrecognized operation mode", and psql nothing at all. */
  @Test
  void aDashOrQuoteOfAWordProcessorIsNamedBeforeTheProgramIsMisled() throws IOException {
    write(Map.of(Program.PG_CTL, bin.resolve("pg_ctl"), Program.PSQL, bin.resolve("psql")));
    for (String dash : List.of("\u2013D", "\u2014", "\u2212w", "\u2010D")) {
      assertThat(run("pg_ctl", dash, "data", "start").text().lines())
          .contains("<" + dash + ">")
          .as("from another stream, so in any order")
          .anyMatch(
              line -> line.startsWith(dash + " begins with a dash as word processors make it"));
    }
    assertThat(run("psql", "-c", "\u201cSELECT", "1\u201d").text().lines())
        .contains("<\u201cSELECT>")
        .as("from another stream, so in any order")
        .anyMatch(
            line -> line.startsWith("\u201cSELECT begins with a quote as word processors make it"));
  }

  @Test
  void dashesAndQuotesInsideOfWordsAreNobodysMistake() throws IOException {
    write(Map.of(Program.PSQL, bin.resolve("psql")));
    assertThat(run("psql", "-c", "SELECT '1914\u20131918', '\u201cwar\u201d'", "--", "-x").text())
        .doesNotContain("word processors");
  }

  @Test
  void windowsGetsBatchFiles() throws IOException {
    Installation installation =
        new Installation(
            bin,
            bin,
            new Version(18, 6, 0),
            Installation.Origin.FOUND,
            Map.of(Program.INITDB, bin.resolve("initdb")));
    new ProgramWrappers(
            installation,
            new Unprivileged(RUNNER),
            folder,
            List.of("C:\\lab\\lab.exe", "psql"),
            true)
        .write(wrappers);
    assertThat(wrappers.resolve("psql.cmd")).hasContent("@\"C:\\lab\\lab.exe\" \"psql\" %*");
    assertThat(wrappers.resolve("initdb.cmd")).content().startsWith("@set LC_ALL=C\r\n@\"");
  }

  @Test
  void thisProgramIsStartedAsItWas() {
    assertThat(ThisProgram.startedAs("/jdk/bin/java", "lib.jar", "psql"))
        .startsWith("/jdk/bin/java")
        .endsWith(
            "-classpath",
            Path.of("lib.jar").toAbsolutePath().toString(),
            "replicationlab.Main",
            "psql");
    assertThat(ThisProgram.startedAs("/opt/lab/bin/replication-lab", "lib.jar", "psql"))
        .containsExactly("/opt/lab/bin/replication-lab", "psql");
  }

  @Test
  void theBuiltInPsqlAnswersInAProcessOfItsOwn() {
    CommandResult result =
        RUNNER.run(CommandRequest.of(folder, concat(ThisProgram.command("psql"), "--version")));
    assertThat(result.text()).contains("psql (PostgreSQL)");
    assertThat(result.exitCode()).isZero();
  }

  private static List<String> concat(List<String> words, String last) {
    return Stream.concat(words.stream(), Stream.of(last)).toList();
  }
}
