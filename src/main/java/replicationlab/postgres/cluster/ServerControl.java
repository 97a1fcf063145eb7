package replicationlab.postgres.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import replicationlab.postgres.install.Installation;
import replicationlab.postgres.install.Program;
import replicationlab.postgres.install.Unprivileged;
import replicationlab.postgres.sql.CannotConnect;
import replicationlab.postgres.sql.Server;
import replicationlab.postgres.sql.Session;
import replicationlab.postgres.sql.Timeouts;
import replicationlab.process.Cancellation;
import replicationlab.process.CommandRequest;
import replicationlab.process.CommandResult;
import replicationlab.process.CommandRunner;
import replicationlab.process.OutputLine;
import replicationlab.process.RunningPrograms;

/** Looks at clusters, and starts and stops their servers, with PostgreSQL's own programs. */
public final class ServerControl {

  /**
   * A variable that marks every command of the lab with the folder of its clusters: whoever opens
   * that folder next finds by it what a killed lab has left running.
   */
  public static final String OWNER_VARIABLE = "REPLICATION_LAB_WORKSPACE";

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

  private final Installation installation;
  private final CommandRunner runner;
  private final Unprivileged unprivileged;

  public ServerControl(Installation installation, CommandRunner runner, Unprivileged unprivileged) {
    this.installation = installation;
    this.runner = runner;
    this.unprivileged = unprivileged;
  }

  /** What a cluster is doing now. Connects, and so takes up to some seconds if a server hangs. */
  public ClusterState state(Cluster cluster) {
    DataDirectory data = new DataDirectory(cluster.data());
    if (!data.holdsCluster()) {
      return ClusterState.ABSENT;
    }
    Optional<PidFile> pid = data.pidFile();
    if (pid.isEmpty()) {
      return ClusterState.STOPPED;
    }
    Optional<PidFile> server = data.server();
    if (server.isEmpty()) {
      return ClusterState.STALE_PID;
    }
    return server.get().port() == 0
        ? ClusterState.STARTING
        : ClusterState.told(server.get()).orElseGet(() -> asked(cluster, server.get()));
  }

  private static ClusterState asked(Cluster cluster, PidFile server) {
    Reserve reserve = Reserve.of(cluster.data());
    Optional<CannotConnect> known = reserve.keepsAllAway(server);
    if (known.isPresent()) {
      return ClusterState.unreachable(server, known.get());
    }
    try (Session session = Session.open(Server.local(server.port()), Timeouts.SHORT)) {
      reserve.forget();
      return session.isOpen() ? ClusterState.RUNNING : ClusterState.STARTING;
    } catch (CannotConnect e) {
      reserve.turnedAway(server, e);
      return ClusterState.unreachable(server, e);
    }
  }

  /**
   * The value that a setting has, or would have if the server started now, as {@code postgres -C}
   * tells: with every include, and with what ALTER SYSTEM wrote. Empty if the server program does
   * not tell; its words go to {@code live}.
   */
  public Optional<String> effectiveSetting(
      Cluster cluster, String name, Consumer<OutputLine> live) {
    CommandResult result =
        run(Program.POSTGRES, List.of("-D", cluster.data().toString(), "-C", name), cluster, live);
    if (!result.succeeded()) {
      return Optional.empty();
    }
    return result.lines().stream()
        .filter(line -> line.stream() == OutputLine.Stream.OUT)
        .map(OutputLine::text)
        .findFirst()
        .or(() -> Optional.of(""));
  }

  /** Starts a cluster's server as it was configured; for taking up again what was stopped. */
  public CommandResult start(Cluster cluster, Consumer<OutputLine> live) {
    return run(
        Program.PG_CTL,
        List.of("-D", cluster.data().toString(), "-l", cluster.log().toString(), "-w", "start"),
        cluster,
        live);
  }

  /**
   * Stops a cluster's server; does nothing if none serves this very directory. SIGINT asks for a
   * fast shutdown ("Shutting Down the Server" in PostgreSQL's manual), as {@code pg_ctl stop} does;
   * but that looks whether the server has gone only once a second up to 9.6, and ten times since. A
   * server takes its pid file away shortly before it ends; it has stopped when it has ended.
   *
   * @return how the server ended: {@code TIMED_OUT} if it still runs after 40 seconds
   */
  public Optional<CommandResult> stop(Cluster cluster, Consumer<OutputLine> live) {
    DataDirectory data = new DataDirectory(cluster.data());
    return data.server().map(server -> stop(cluster, data, server.pid(), live));
  }

  private CommandResult stop(
      Cluster cluster, DataDirectory data, long pid, Consumer<OutputLine> live) {
    CommandResult asked =
        run(Program.PG_CTL, List.of("kill", "INT", Long.toString(pid)), cluster, live);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (asked.succeeded() && (data.server().isPresent() || RunningPrograms.runs(pid))) {
      if (System.nanoTime() > deadline) {
        return new CommandResult(CommandResult.Ending.TIMED_OUT, -1, asked.lines(), PATIENCE);
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    return asked;
  }

  /**
   * Ends a cluster's server at once, as a crash would, because its files are about to be replaced;
   * does nothing if none serves this very directory. Answers whether none runs any more.
   */
  public boolean stopAtOnce(Cluster cluster) {
    DataDirectory data = new DataDirectory(cluster.data());
    Optional<PidFile> server = data.server();
    if (server.isEmpty()) {
      return true;
    }
    run(
        Program.PG_CTL,
        List.of("-D", cluster.data().toString(), "-m", "immediate", "-w", "stop"),
        cluster,
        line -> {});
    return data.server().isEmpty() && awaitEnd(server.get().pid());
  }

  /** Its files must not be touched while it still runs, though its pid file has gone. */
  private static boolean awaitEnd(long pid) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (RunningPrograms.runs(pid)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    return true;
  }

  /**
   * Lets a cluster's server read its settings files again; does nothing if none serves this very
   * directory.
   */
  public Optional<CommandResult> reload(Cluster cluster, Consumer<OutputLine> live) {
    return withServer(cluster, List.of("reload"), live);
  }

  /**
   * Stops a cluster's server and starts it again with the same options; does nothing if none serves
   * this very directory.
   */
  public Optional<CommandResult> restart(Cluster cluster, Consumer<OutputLine> live) {
    return withServer(
        cluster, List.of("-l", cluster.log().toString(), "-m", "fast", "-w", "restart"), live);
  }

  private Optional<CommandResult> withServer(
      Cluster cluster, List<String> what, Consumer<OutputLine> live) {
    if (new DataDirectory(cluster.data()).server().isEmpty()) {
      return Optional.empty();
    }
    List<String> arguments = new ArrayList<>(List.of("-D", cluster.data().toString()));
    arguments.addAll(what);
    return Optional.of(run(Program.PG_CTL, arguments, cluster, live));
  }

  private CommandResult run(
      Program program, List<String> arguments, Cluster cluster, Consumer<OutputLine> live) {
    List<String> command = new ArrayList<>(unprivileged.prefix(program));
    command.add(installation.program(program).orElseThrow().toString());
    command.addAll(arguments);
    Path folder = cluster.data().resolveSibling("");
    return runner.run(
        new CommandRequest(
            command,
            folder,
            Map.of("LC_ALL", "C", "PGUSER", "postgres", OWNER_VARIABLE, folder.toString()),
            PATIENCE),
        live,
        new Cancellation());
  }
}
