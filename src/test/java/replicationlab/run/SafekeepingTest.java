package replicationlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import replicationlab.lab.Lab;
import replicationlab.lab.LabReader;

/** What a lab keeps is for its owner's eyes, and its servers for this machine. */
@Tag("lab")
@Tag("anyone")
class SafekeepingTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"18", "9.6"})
  void aFinishedLabIsReadableByItsOwnerOnly(String postgres) throws IOException {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), postgres)) {
      Path workspace = lab.bench.workspace().folder();
      Map<String, String> open;
      try (Stream<Path> all = Files.walk(workspace)) {
        open =
            all.filter(path -> !mode(path).equals(wanted(path)))
                .collect(
                    Collectors.toMap(
                        path -> workspace.relativize(path).toString(), SafekeepingTest::mode));
      }
      assertThat(open).isEmpty();
      for (var cluster : List.of(lab.primary(), lab.standby())) {
        assertThat(lab.sql(cluster, "SHOW listen_addresses")).isIn("127.0.0.1", "localhost");
        assertThat(lab.sql(cluster, "SHOW unix_socket_directories"))
            .satisfiesAnyOf(
                where -> assertThat(where).isEmpty(),
                where -> assertThat(Path.of(where)).startsWith(workspace));
      }
    }
  }

  @Test
  void soAreItsCheckpoints() throws IOException {
    Path workspace = folder.resolve("lab");
    try (TestLab lab = TestLab.opened(workspace, "18", TestLab.freePorts())) {
      assertThat(lab.run.runAll().join()).isTrue();
    }
    try (Stream<Path> all = Files.walk(workspace.resolve("checkpoints"))) {
      assertThat(all)
          .hasSizeGreaterThan(100)
          .allSatisfy(path -> assertThat(mode(path)).as("%s", path).isEqualTo(wanted(path)));
    }
  }

  private static String mode(Path path) {
    try {
      return PosixFilePermissions.toString(
          Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    } catch (IOException e) {
      return "gone";
    }
  }

  private static String wanted(Path path) {
    if (Files.isSymbolicLink(path)) {
      return mode(path);
    }
    // A file of a running server may be gone by now.
    return mode(path).equals("gone")
        ? "gone"
        : Files.isDirectory(path) || isSocket(path) ? socketOrFolder(path) : "rw-------";
  }

  private static boolean isSocket(Path path) {
    return path.getFileName().toString().matches("\\.s\\.PGSQL\\.\\d+");
  }

  /** A socket's own mode does not matter in a folder that only its owner may enter. */
  private static String socketOrFolder(Path path) {
    return isSocket(path) ? mode(path) : "rwx------";
  }

  @Test
  void aPasswordIsNeverShown() {
    String text =
        """
        # One {#one}

        ```settings file=data/postgresql.conf
        primary_conninfo = 'host=127.0.0.1 port=5432 user=rep password=geheim'
        ```

        ```sql
        CREATE ROLE rep LOGIN PASSWORD 'geheim'
        ```

        ```sh refused
        psql -c "CREATE ROLE other PASSWORD 'geheim'" postgres
        ```

        ```check
        running primary
        ```
        """;
    Lab secret = LabReader.read("secret", text);
    List<String> shown = new ArrayList<>();
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("lab"), "18", "first-table")) {
      lab.bench.agreements().agree(secret, 18);
      try (LabRun run = new LabRun(secret, lab.bench)) {
        run.subscribe(event -> shown.add(event.toString()));
        StepState state = run.run(secret.steps().getFirst()).join();
        assertThat(state.message()).contains("A password on a command line");
      }
      assertThat(lab.sql(lab.primary(), "SELECT count(*) FROM pg_roles WHERE rolname IN ('rep')"))
          .isEqualTo("1");
      assertThat(lab.primary().data().resolve("postgresql.conf")).content().contains("geheim");
    }
    assertThat(shown).anyMatch(event -> event.contains("********"));
    // A changed step carries its lesson, which holds what its author wrote.
    assertThat(shown)
        .filteredOn(event -> !event.startsWith("StepChanged"))
        .noneMatch(event -> event.contains("geheim"));
  }

  @Test
  void aLessonThatNobodyAgreedToRunsNothing() {
    Lab strange =
        LabReader.read(
            "strange",
            "# One {#one}\n\n```sh\nmkdir "
                + folder.getFileName()
                + "\n```\n\n```check\nrunning primary\n```\n");
    try (TestLab lab = TestLab.untouched(folder.resolve("lab"), "18");
        LabRun run = new LabRun(strange, lab.bench)) {
      StepState state = run.run(strange.steps().getFirst()).join();
      assertThat(state.status()).isEqualTo(StepState.Status.UNDETERMINED);
      assertThat(state.message()).contains("runs nothing before you have seen what it would run");
      assertThat(run.runAll().join()).isFalse();
      assertThat(lab.bench.workspace().folder().resolve(folder.getFileName())).doesNotExist();
    }
  }
}
