package replicationlab.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import replicationlab.lab.Step;
import replicationlab.postgres.cluster.PortPair;

/** The process in which a {@link LabProgram} runs. */
final class LabProcess implements AutoCloseable {

  private static final Duration LONG = Duration.ofMinutes(2);

  private final Process process;
  private final BufferedReader lines;

  /** Starts it, and waits until the step begins. */
  LabProcess(Path folder, String postgres, PortPair ports, Step step) throws IOException {
    List<String> command = java(LabProgram.class);
    command.addAll(List.of(folder.toString(), postgres, ports.toString(), step.id()));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    assertThat(line(LabProgram.BEGUN)).isEqualTo(LabProgram.BEGUN);
  }

  /** The words that start a class of ours in a program of its own. */
  static List<String> java(Class<?> main) {
    return new ArrayList<>(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-classpath",
            System.getProperty("java.class.path"),
            main.getName()));
  }

  /** The next line that begins so; empty if it ends without one. */
  private String line(String beginning) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(beginning)) {
        return line;
      }
    }
    return "";
  }

  long pid() {
    return process.pid();
  }

  /** Waits for the step's end; answers with how it ended. */
  String ended() throws IOException {
    return line(LabProgram.ENDED).replace(LabProgram.ENDED, "").strip();
  }

  /** Ends it as {@code kill -9} does. */
  void kill() throws IOException {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Lets it close the lab and go. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    awaitEnd();
  }

  private void awaitEnd() throws IOException {
    Awaitility.await().atMost(LONG).until(() -> !process.isAlive());
    lines.close();
  }
}
