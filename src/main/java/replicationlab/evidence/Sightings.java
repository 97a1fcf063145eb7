package replicationlab.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.replication.Lsn;
import replicationlab.postgres.replication.ReplicationSnapshot;
import replicationlab.postgres.replication.ServerStatus;

/** Which snapshots of the two servers are news, and how they are written down. */
final class Sightings {

  private @Nullable ReplicationSnapshot last;

  /**
   * The line for a snapshot; empty if it tells nothing new. A server that comes, goes or changes
   * its part is always news; an LSN that moves is news once in {@code millis}.
   */
  Optional<ObjectNode> news(ReplicationSnapshot now, long millis) {
    ReplicationSnapshot before = last;
    boolean news =
        before == null
            || !part(before).equals(part(now))
            || (!lsns(before).equals(lsns(now))
                && now.taken().toEpochMilli() - before.taken().toEpochMilli() >= millis);
    if (!news) {
      return Optional.empty();
    }
    last = now;
    ObjectNode line = Chain.object();
    line.set("primary", server(now.primary()));
    line.set("standby", server(now.standby()));
    if (now.bytesBehind() != null) {
      line.put("behind", now.bytesBehind());
    }
    return Optional.of(line);
  }

  private static List<Object> part(ReplicationSnapshot snapshot) {
    return List.of(part(snapshot.primary()), part(snapshot.standby()));
  }

  private static List<Object> part(ServerStatus status) {
    return List.of(
        status.state(),
        Objects.requireNonNullElse(status.inRecovery(), ""),
        status.activity(),
        status.version());
  }

  private static List<String> lsns(ReplicationSnapshot snapshot) {
    return List.of(snapshot.primary().lsn(), snapshot.standby().lsn());
  }

  private static ObjectNode server(ServerStatus status) {
    ObjectNode server = Chain.object();
    server.put("state", status.state().name().toLowerCase(Locale.ROOT));
    if (status.inRecovery() != null) {
      server.put("recovery", status.inRecovery());
    }
    if (!status.lsn().isEmpty()) {
      server.put("lsn", status.lsn());
    }
    if (!status.activity().isEmpty()) {
      server.put("activity", status.activity());
    }
    return server;
  }

  /** A line as it was written by {@link #news}. */
  static Replay.Sighting read(Entry entry) {
    JsonNode primary = entry.get("primary");
    JsonNode standby = entry.get("standby");
    return new Replay.Sighting(
        entry.at(),
        bytes(primary.path("lsn").asText()),
        bytes(standby.path("lsn").asText()),
        "primary " + words(primary) + ", standby " + words(standby));
  }

  private static String words(JsonNode server) {
    String state = server.path("activity").asText(server.path("state").asText());
    return (state.replace("stale_pid", "stopped, stale postmaster.pid")
            + " "
            + server.path("lsn").asText())
        .strip();
  }

  private static @Nullable Long bytes(String lsn) {
    try {
      return lsn.isEmpty() ? null : Lsn.bytes(lsn);
    } catch (IllegalArgumentException e) {
      return null; // an editor has been here
    }
  }
}
