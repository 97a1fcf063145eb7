package replicationlab.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import replicationlab.run.TestLab;

/** Text that somebody pastes into the shell of a lab's terminal. */
public final class Pasted {

  private Pasted() {}

  /** Pastes all of it at once; answers with what came of it. */
  public static String into(TestLab lab, String text) {
    LabTerminal.open(lab.bench).close(); // makes the programs on its PATH
    return paste(lab, text);
  }

  /** The same on a machine that has no psql. */
  public static String withoutPsql(TestLab lab, String text) {
    LabTerminal.open(lab.bench).close();
    String words =
        ThisProgram.command("psql").stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    try {
      Files.writeString(
          lab.bench.workspace().terminal().resolve("bin/psql"),
          "#!/bin/sh\nexec " + words + " \"$@\"\n");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return paste(lab, text);
  }

  private static String paste(TestLab lab, String text) {
    Path terminal = lab.bench.workspace().terminal();
    Path answer = terminal.resolve("pasted");
    ProcessBuilder shell =
        new ProcessBuilder("/bin/sh")
            .directory(lab.bench.workspace().folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(answer.toFile());
    shell.environment().clear();
    shell
        .environment()
        .putAll(LabTerminal.environment(System.getenv(), lab.environment(), terminal));
    try {
      Process process = shell.start();
      process.getOutputStream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("no end of " + text);
      }
      return Files.readString(answer);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
