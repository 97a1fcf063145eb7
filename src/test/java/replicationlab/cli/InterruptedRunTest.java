package replicationlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.course.ProgramFiles;
import replicationlab.run.TestLab;

/** Ctrl+C, or a signal, in the middle of a run without a workspace of its own. */
@Tag("lab")
class InterruptedRunTest {

  @TempDir Path folder;

  @Test
  void nothingIsLeftOfATemporaryWorkspace() throws IOException, InterruptedException {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Process process =
        start(
            temporary,
            "lab",
            "run",
            "lab-exercise-1",
            "--postgres",
            "18",
            "--ports",
            TestLab.freePorts().toString());
    StringBuilder said = new StringBuilder();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        said.append(line).append('\n');
        if (line.contains("server started")) {
          assertThat(workspaces(temporary)).hasSize(1);
          process.toHandle().destroy();
        }
      }
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(said.toString()).contains("server started", "Nothing of it runs any more");
    assertThat(said.toString()).doesNotContain("17 of 17");
    assertThat(workspaces(temporary)).isEmpty();
  }

  @Test
  void nothingIsLeftOfALabThatItsAuthorTries() throws IOException, InterruptedException {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Path lab = ProgramFiles.find().lessons().resolve("high-availability/labs/lab-exercise-1.md");
    Process process = start(temporary, "lab", "test", lab.toString(), "--postgres", "18");
    process.getOutputStream().close();
    try {
      while (!serverRuns(temporary)) {
        assertThat(process.waitFor(50, TimeUnit.MILLISECONDS)).as("it has ended").isFalse();
      }
      process.toHandle().destroy();
      try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
        assertThat(out.readAllAsString()).contains("not reached");
      }
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(workspaces(temporary)).isEmpty();
  }

  private static boolean serverRuns(Path temporary) throws IOException {
    return workspaces(temporary)
        .anyMatch(workspace -> Files.exists(workspace.resolve("data/postmaster.pid")));
  }

  private static Process start(Path temporary, String... arguments) throws IOException {
    Stream<String> java =
        Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-Djava.io.tmpdir=" + temporary,
            "-classpath",
            System.getProperty("java.class.path"),
            RunProgram.class.getName());
    return new ProcessBuilder(Stream.concat(java, Stream.of(arguments)).toList())
        .redirectErrorStream(true)
        .start();
  }

  private static Stream<Path> workspaces(Path temporary) throws IOException {
    try (Stream<Path> all = Files.list(temporary)) {
      return all
          .filter(path -> path.getFileName().toString().startsWith("replication-lab-"))
          .toList()
          .stream();
    }
  }
}
