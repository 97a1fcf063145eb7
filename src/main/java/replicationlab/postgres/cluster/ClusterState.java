package replicationlab.postgres.cluster;

import java.util.Optional;
import replicationlab.postgres.sql.CannotConnect;

/** What a cluster is doing, as its data directory and its process tell. */
public enum ClusterState {
  /** There is no data directory. */
  ABSENT("not created"),
  /** A data directory and no server. */
  STOPPED("stopped"),
  /** A server that does not take connections yet. */
  STARTING("starting"),
  /** A server that takes no connections any more. */
  STOPPING("stopping"),
  /** A standby that replays and takes no connections, as it has been told to. */
  NOT_HOT("running, takes no connections"),
  /** A server that is there and says nothing, not even that it takes no connections yet. */
  SILENT("does not answer"),
  /** A server that runs and does not let the lab in, and says why. */
  KEEPS_OUT("running, keeps the lab out"),
  /** A server that answers. */
  RUNNING("running"),
  /** A pid file whose process is gone: the server was killed, or the file came with a copy. */
  STALE_PID("stopped, stale postmaster.pid");

  private final String words;

  ClusterState(String words) {
    this.words = words;
  }

  /** What a live server says in its pid file of itself, if that is enough; it need not be asked. */
  public static Optional<ClusterState> told(PidFile server) {
    return server.takesNobody() && !server.isHeld()
        ? Optional.of(server.isNotHot() ? NOT_HOT : STARTING)
        : Optional.empty();
  }

  /**
   * What a live server is doing that could not be connected to. A server that starts or stops says
   * so to whoever connects, except in the moment in which it has only begun to listen.
   */
  public static ClusterState unreachable(PidFile server, CannotConnect why) {
    if (why.reason() == CannotConnect.Reason.REJECTED
        || why.reason() == CannotConnect.Reason.TOO_MANY) {
      return KEEPS_OUT;
    }
    if (why.saysThatItStops()) {
      return STOPPING;
    }
    if (why.saysThatItIsNotHot()) {
      return NOT_HOT;
    }
    return why.reason() == CannotConnect.Reason.TIMED_OUT
            && (server.isHeld() || !server.comesOrGoes())
        ? SILENT
        : STARTING;
  }

  /** Whether a server is there that lets nobody in yet, or any more. */
  public boolean isClosed() {
    return this == STARTING || this == STOPPING || this == NOT_HOT;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
