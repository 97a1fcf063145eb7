package replicationlab.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.consent.Agreements;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.postgres.cluster.PortPair;
import replicationlab.process.RunningPrograms;
import replicationlab.progress.Logbook;
import replicationlab.progress.Workspace;
import replicationlab.run.TestLab;
import replicationlab.settings.Settings.LabChoice;
import replicationlab.settings.SettingsStore;

/** The window is killed and started again, in processes of its own. */
@Tag("lab")
@Tag("slow")
class KilledWindowTest {

  private static final Duration LONG = Duration.ofMinutes(3);

  @TempDir Path temporary;

  private Path folder() {
    return temporary.resolve("lab");
  }

  /** In the middle of a step that its own button began, together with the command that it ran. */
  @Test
  void theNextWindowSaysWhatItFoundAndNothingIsLeft() throws IOException {
    chooseLab(TestLab.freePorts());
    Process first = window(WindowProgram.RUN);
    Process second = null;
    try {
      Awaitility.await().atMost(LONG).until(() -> logbook().command().startsWith("initdb"));
      Awaitility.await()
          .atMost(LONG)
          .pollInterval(Duration.ofMillis(2))
          .until(() -> Files.exists(folder().resolve("data/PG_VERSION")));
      first.destroyForcibly();
      // Left alone, initdb would come to its end before there is another window.
      Strike.processes(folder())
          .forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
      Awaitility.await()
          .atMost(LONG)
          .until(() -> !first.isAlive() && Strike.processes(folder()).isEmpty());

      second = window();
      assertThat(first(WindowProgram.DIALOG, second))
          .contains("The lab (process " + first.pid() + ") was ended without being closed")
          .contains("initdb -D data -U postgres")
          .contains("data was only half made; it was moved to kept/data-1. Do the step again.");
      assertThat(folder().resolve("data")).doesNotExist();
      assertThat(logbook().pid()).isEqualTo(second.pid());
    } finally {
      kill(first);
      if (second != null) {
        kill(second);
      }
    }
    assertThat(Strike.processes(folder())).noneMatch(RunningPrograms::runs);
  }

  @Test
  void serversThatRunOnAreTakenUpAndThatIsSaidInPassing() throws IOException {
    TestLab lab = TestLab.doneUpTo(folder(), "18", "first-table");
    lab.run.close();
    try {
      chooseLab(lab.bench.ports());
      long server = new DataDirectory(lab.primary().data()).server().orElseThrow().pid();
      Process window = window();
      try {
        assertThat(first(WindowProgram.MESSAGE, window))
            .contains(
                "The primary (process %d, port %d) still runs; the lab has taken it up again."
                    .formatted(server, lab.primary().port()));
      } finally {
        kill(window);
      }
      assertThat(RunningPrograms.runs(server)).isTrue();
    } finally {
      lab.close();
    }
  }

  private static void kill(Process window) {
    window.destroyForcibly().onExit().orTimeout(LONG.toSeconds(), TimeUnit.SECONDS).join();
  }

  private void chooseLab(PortPair ports) {
    Path settings = temporary.resolve(".config/replication-lab");
    try (SettingsStore store = new SettingsStore(settings, Duration.ofDays(1), words -> {})) {
      store.update(now ->
          now.with(new LabChoice(folder().toString(), "18", ports.primary(), ports.standby())));
    }
    new Agreements(settings, Set.of()).agree(TestLab.exercise(), 18);
  }

  /** As a user starts it, without a display and in a home of its own. */
  private Process window(String... arguments) throws IOException {
    List<String> command = LabProcess.java(WindowProgram.class);
    command.addAll(
        1,
        List.of(
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-Djava.awt.headless=true",
            "-Duser.home=" + temporary));
    command.addAll(List.of(arguments));
    ProcessBuilder program =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    Map<String, String> environment = program.environment();
    environment.put("XDG_CONFIG_HOME", temporary.resolve(".config").toString());
    environment.remove("DISPLAY");
    return program.start();
  }

  /** The first line of that kind; empty if the window ends without one. */
  private static String first(String kind, Process window) {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(window.getInputStream(), StandardCharsets.UTF_8));
    return CompletableFuture.supplyAsync(
            () -> lines.lines().filter(line -> line.startsWith(kind)).findFirst().orElse(""))
        .orTimeout(LONG.toSeconds(), TimeUnit.SECONDS)
        .join();
  }

  private Logbook.Entry logbook() {
    return Optional.of(folder())
        .filter(folder -> Files.exists(folder.resolve("opened.json")))
        .flatMap(folder -> new Logbook(Workspace.existing(folder)).read())
        .orElse(new Logbook.Entry("", 0, "", ""));
  }
}
