package replicationlab.postgres.cluster;

/** What a cluster is doing, as its data directory and its process tell. */
public enum ClusterState {
  /** There is no data directory. */
  ABSENT("not created"),
  /** A data directory and no server. */
  STOPPED("stopped"),
  /** A server that does not take connections yet. */
  STARTING("starting"),
  /** A server that answers. */
  RUNNING("running"),
  /** A pid file whose process is gone: the server was killed, or the file came with a copy. */
  STALE_PID("stopped, stale postmaster.pid");

  private final String words;

  ClusterState(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
