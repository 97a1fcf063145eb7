package replicationlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.course.ProgramFiles;
import replicationlab.postgres.TestServer;
import replicationlab.postgres.download.FakeRepository;
import replicationlab.postgres.install.Installation;
import replicationlab.postgres.install.Installations;
import replicationlab.postgres.install.Program;
import replicationlab.process.CommandRunner;
import replicationlab.run.TestLab;

/** {@code postgres add} and {@code remove}, on a machine to which nothing came with the program. */
@SuppressWarnings("NullAway.Init") // @BeforeEach does it
class PostgresAddCommandTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Installations installations;

  @BeforeEach
  void nothingIsBundled() {
    installations =
        new Installations(
            new CommandRunner(), folder.resolve("none"), folder.resolve("cache"), Map.of());
  }

  private int run(String... args) {
    Services services =
        new Services(
            ProgramFiles.find(), installations, TestLab.opener(), folder.resolve("default"));
    return new CommandLineInterface(services, NoExports.EXPORTER)
        .run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  /** The real server that the build has bundled, as the repository has it. */
  private static byte[] realServer() throws IOException {
    try (Stream<Path> jars = Files.list(ProgramFiles.find().postgres())) {
      return Files.readAllBytes(
          jars.filter(jar -> jar.toString().contains("-18.")).findFirst().orElseThrow());
    }
  }

  @Test
  void aRealServerIsFetchedVerifiedAndListed() throws IOException {
    try (FakeRepository repository = new FakeRepository(realServer())) {
      int exit = run("postgres", "add", "18", "--repository", repository.address().toString());
      assertThat(exit).as("%s%s", out, err).isZero();
    }
    assertThat(out.toString())
        .contains("Downloading PostgreSQL 18.6 from http://127.0.0.1:")
        .contains(" MB, 100 %")
        .contains("PostgreSQL 18.6 (added) is here; use it with --postgres 18.");

    out.getBuffer().setLength(0);
    assertThat(run("postgres")).isZero();
    assertThat(out.toString()).startsWith("18.6     added");
  }

  @Test
  void anAddedOneIsRemovedUnlessAServerOfItRuns() throws IOException {
    try (FakeRepository repository = new FakeRepository(realServer())) {
      assertThat(run("postgres", "add", "18", "--repository", repository.address().toString()))
          .isZero();
    }
    Installation added = installations.ours().getFirst();
    Path postgres = added.program(Program.POSTGRES).orElseThrow();
    Path server = Files.createDirectory(folder.resolve("server"));
    try (TestServer running = TestServer.start(added, server)) {
      assertThat(run("postgres", "remove", "18.6")).isEqualTo(ExitCode.PROBLEMS);
      assertThat(err.toString())
          .contains("PostgreSQL 18.6 is in use: process ")
          .contains(" runs in " + server.toRealPath().resolve("data") + "; stop that server");
      assertThat(postgres).exists();
      assertThat(running.port()).isPositive();
    }
    out.getBuffer().setLength(0);
    assertThat(run("postgres", "remove", "18")).as("%s%s", out, err).isZero();
    assertThat(out.toString())
        .isEqualToIgnoringNewLines(
            "PostgreSQL 18.6 is removed; \"postgres add 18\" brings it back.");
    assertThat(postgres).doesNotExist();
    assertThat(installations.ours()).isEmpty();
  }

  @Test
  void whatWasNotAddedIsNotRemoved() {
    assertThat(run("postgres", "remove", "14")).isEqualTo(ExitCode.PROBLEMS);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines("PostgreSQL 14 was not added to this program; none was added.");
    err.getBuffer().setLength(0);
    installations = TestLab.installations();
    assertThat(run("postgres", "remove", "18")).isEqualTo(ExitCode.PROBLEMS);
    assertThat(err.toString()).contains("PostgreSQL 18 came with this program and stays");
    assertThat(run("postgres", "remove")).isNotZero();
  }

  @Test
  void withoutAVersionItListsWhatCanBeAdded() {
    assertThat(run("postgres", "add")).isZero();
    assertThat(out.toString()).containsPattern("14\\.24 +\\d+\\.\\d MB");
  }

  @Test
  void whatGoesWrongIsOneSentence() throws IOException {
    assertThat(run("postgres", "add", "8.3")).isEqualTo(ExitCode.PROBLEMS);
    assertThat(err.toString()).contains("PostgreSQL 8.3 is not among those that can be added");

    err.getBuffer().setLength(0);
    assertThat(run("postgres", "add", "14", "--repository", "nowhere"))
        .isEqualTo(ExitCode.PROBLEMS);
    assertThat(err.toString()).contains("\"nowhere\" is not the address of a Maven repository");

    err.getBuffer().setLength(0);
    try (FakeRepository repository = new FakeRepository(new byte[30_000_000])) {
      assertThat(run("postgres", "add", "14", "--repository", repository.address().toString()))
          .isEqualTo(ExitCode.PROBLEMS);
    }
    assertThat(err.toString()).contains("its SHA-256 differs, so nothing was kept").hasLineCount(1);
    assertThat(installations.ours()).isEmpty();
  }
}
