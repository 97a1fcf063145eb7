package replicationlab.postgres.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import replicationlab.process.CommandRequest;
import replicationlab.process.CommandResult;
import replicationlab.process.CommandRunner;

/** The bundled servers run here, whoever we are. */
class BundledServersTest {

  private static final Path JARS = Path.of("target/app/postgres");

  @TempDir static Path cache;
  @TempDir Path folder;
  private final CommandRunner runner = new CommandRunner();
  private final Unprivileged unprivileged = new Unprivileged(runner);

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void eachMakesStartsAndStopsACluster(int which) throws IOException {
    Installations installations = new Installations(runner, JARS, cache, Map.of());
    String version = installations.found().get(which).version().toString();
    Installation installation = installations.choose(version, progress -> {});
    String data = folder.resolve("data").toString();
    String settings =
        "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=".formatted(freePort());

    assertThat(installation.share().resolve("postgresql.conf.sample")).exists();
    assertWorks(run(installation, Program.INITDB, "-D", data, "-U", "postgres", "-A", "trust"));
    String log = folder.resolve("log").toString();
    assertWorks(
        run(installation, Program.PG_CTL, "-D", data, "-w", "-l", log, "-o", settings, "start"));
    long server = Long.parseLong(Files.readAllLines(Path.of(data, "postmaster.pid")).getFirst());
    assertThat(ProcessHandle.of(server)).isPresent();
    assertWorks(run(installation, Program.PG_CTL, "-D", data, "-w", "-m", "fast", "stop"));

    assertThat(Path.of(data, "postmaster.pid")).doesNotExist();
  }

  private CommandResult run(Installation installation, Program program, String... arguments) {
    unprivileged.handOver(folder);
    List<String> command = new ArrayList<>(unprivileged.prefix(program));
    command.add(installation.program(program).orElseThrow().toString());
    command.addAll(List.of(arguments));
    return runner.run(new CommandRequest(command, folder, Map.of(), Duration.ofMinutes(1)));
  }

  private static void assertWorks(CommandResult result) {
    assertThat(result.succeeded()).as(result.text()).isTrue();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
