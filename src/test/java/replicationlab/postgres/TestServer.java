package replicationlab.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import replicationlab.postgres.install.Installation;
import replicationlab.postgres.install.Installations;
import replicationlab.postgres.install.Program;
import replicationlab.postgres.install.Unprivileged;
import replicationlab.process.CommandRequest;
import replicationlab.process.CommandResult;
import replicationlab.process.CommandRunner;

/** A bundled server of its own for a test, stopped and gone afterwards. */
public final class TestServer implements AutoCloseable {

  private static final Path JARS = Path.of("target/app/postgres");

  private static final CommandRunner RUNNER = new CommandRunner();
  private static final Unprivileged UNPRIVILEGED = new Unprivileged(RUNNER);
  private final Installation installation;
  private final Path folder;
  private final int port;

  private TestServer(Installation installation, Path folder) throws IOException {
    this.installation = installation;
    this.folder = folder;
    try (ServerSocket socket = new ServerSocket(0)) {
      this.port = socket.getLocalPort();
    }
  }

  private static Installation bundled(int which) {
    Path cache =
        UNPRIVILEGED.placeFor(
            Path.of("target", "postgres-cache"), Path.of("/var/cache/replication-lab"));
    Installations installations = new Installations(RUNNER, JARS, cache, Map.of());
    String version = installations.found().get(which).version().toString();
    return installations.choose(version, progress -> {});
  }

  /** Makes and starts the newest bundled server (0) or the classic one (1). */
  public static TestServer start(int which, Path folder) {
    return start(bundled(which), folder);
  }

  /** Makes and starts a server of this installation. */
  public static TestServer start(Installation installation, Path folder) {
    try {
      TestServer server = new TestServer(installation, folder);
      String data = folder.resolve("data").toString();
      server.run(Program.INITDB, "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8");
      Files.writeString(
          folder.resolve("data/postgresql.conf"),
          "\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\nport = %d\n"
              .formatted(server.port),
          java.nio.file.StandardOpenOption.APPEND);
      String log = folder.resolve("log").toString();
      server.run(Program.PG_CTL, "-D", data, "-w", "-l", log, "start");
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    String data = folder.resolve("data").toString();
    run(Program.PG_CTL, "-D", data, "-w", "-m", "immediate", "stop");
  }

  private void run(Program program, String... arguments) {
    UNPRIVILEGED.handOver(folder);
    List<String> command = new ArrayList<>(UNPRIVILEGED.prefix(program));
    command.add(installation.program(program).orElseThrow().toString());
    command.addAll(List.of(arguments));
    CommandResult result =
        RUNNER.run(
            new CommandRequest(command, folder, Map.of("LC_ALL", "C"), Duration.ofMinutes(1)));
    if (!result.succeeded()) {
      throw new AssertionError(command + " failed:\n" + result.text());
    }
  }
}
