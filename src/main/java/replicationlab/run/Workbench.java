package replicationlab.run;

import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Gatherers;
import replicationlab.check.LabSystem;
import replicationlab.check.LeftSessions;
import replicationlab.consent.Agreements;
import replicationlab.policy.LessonPolicy;
import replicationlab.policy.WorkspacePaths;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.ClusterPair;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.postgres.cluster.PortPair;
import replicationlab.postgres.cluster.Reserve;
import replicationlab.postgres.cluster.ServerControl;
import replicationlab.postgres.config.ParameterSource;
import replicationlab.postgres.install.Installation;
import replicationlab.postgres.install.Unprivileged;
import replicationlab.process.CommandRunner;
import replicationlab.process.OutputLine;
import replicationlab.progress.Workspace;

/**
 * What a lab is done with: a workspace, a PostgreSQL, a pair of ports, and the means to run its
 * programs.
 */
public final class Workbench {

  private final Workspace workspace;
  private final ClusterPair clusters;
  private final CommandRunner runner;
  private final Unprivileged unprivileged;
  private final ServerControl control;
  private final Wording wording;
  private final Agreements agreements;

  public Workbench(
      Workspace workspace,
      Installation installation,
      PortPair ports,
      CommandRunner runner,
      Unprivileged unprivileged,
      Agreements agreements) {
    this.workspace = workspace;
    this.runner = runner;
    this.unprivileged = unprivileged;
    this.agreements = agreements;
    this.clusters =
        new ClusterPair(
            installation,
            new Cluster(
                "primary",
                workspace.primaryData(),
                ports.primary(),
                workspace.logs().resolve("primary.log")),
            new Cluster(
                "standby",
                workspace.standbyData(),
                ports.standby(),
                workspace.logs().resolve("standby.log")));
    this.control = new ServerControl(installation, runner, unprivileged);
    this.wording = new Wording(clusters, workspace.sockets());
  }

  public Workspace workspace() {
    return workspace;
  }

  public ClusterPair clusters() {
    return clusters;
  }

  /** The ports on which the two clusters listen. */
  public PortPair ports() {
    return new PortPair(clusters.primary().port(), clusters.standby().port());
  }

  public ServerControl control() {
    return control;
  }

  /** Puts this lab's ports and folders into the course's texts. */
  public Wording wording() {
    return wording;
  }

  /** Which lessons may run here. */
  public Agreements agreements() {
    return agreements;
  }

  /** What a lesson may do here. */
  public LessonPolicy policy() {
    return new LessonPolicy(
        new WorkspacePaths(workspace.folder(), clusters.installation().share()),
        Set.of(clusters.primary().port(), clusters.standby().port()));
  }

  /**
   * What checks look at, in this lab's own words.
   *
   * @param sessionOpen whether the lab holds a session of that name open
   * @param left what a round of checks may leave to the next
   */
  LabSystem system(Predicate<String> sessionOpen, LeftSessions left) {
    return new LabSystem(clusters, control, sessionOpen, wording::of, left);
  }

  /**
   * The same, for a look by itself.
   *
   * @param sessionOpen whether the lab holds a session of that name open
   */
  public LabSystem system(Predicate<String> sessionOpen) {
    return system(sessionOpen, new LeftSessions());
  }

  /** Tells which parameters the chosen PostgreSQL has. */
  public ParameterSource parameters() {
    return new ParameterSource(clusters.installation(), runner, unprivileged);
  }

  CommandRunner runner() {
    return runner;
  }

  /** Who runs the servers if we are root. */
  public Unprivileged unprivileged() {
    return unprivileged;
  }

  /** Lets the servers have whatever has been written into the workspace. */
  void handOver() {
    unprivileged.handOver(workspace.folder());
  }

  /**
   * The variables that every command of the lab sees, so that it works as on the slides without
   * options.
   */
  public Map<String, String> environment() {
    Map<String, String> variables = new LinkedHashMap<>();
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    variables.put("PATH", clusters.installation().bin() + File.pathSeparator + path);
    variables.put("PGDATA", workspace.primaryData().toString());
    variables.put("PGHOST", "127.0.0.1");
    variables.put("PGPORT", Integer.toString(clusters.primary().port()));
    // The walreceiver connects as PGUSER of the server's environment when primary_conninfo names no
    // user.
    variables.put("PGUSER", "postgres");
    variables.put("PGCTLTIMEOUT", "20");
    variables.put("PGCLIENTENCODING", "UTF8");
    // Messages in English, so that they are the ones of the manual, and so that we know them again.
    variables.put("LC_ALL", "C");
    return variables;
  }

  /** Somebody wants to know now, or something was done that may have changed a server's mind. */
  void askAgain() {
    Reserve.of(clusters.primary().data()).end();
    Reserve.of(clusters.standby().data()).end();
  }

  /** The clusters of this workspace whose servers run now. */
  public List<Cluster> running() {
    return List.of(clusters.standby(), clusters.primary()).stream()
        .filter(cluster -> new DataDirectory(cluster.data()).server().isPresent())
        .toList();
  }

  /**
   * Stops this workspace's servers, both at once; servers of others are never touched. Answers
   * whether all stopped.
   *
   * @param live may be called by two threads at once
   */
  public boolean stopServers(Consumer<OutputLine> live) {
    running().stream()
        .gather(Gatherers.mapConcurrent(2, cluster -> control.stop(cluster, live)))
        .forEach(_ -> {});
    return running().isEmpty();
  }
}
