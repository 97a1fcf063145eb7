package replicationlab.postgres.replication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Both servers at one moment.
 *
 * @param bytesBehind how far the standby's replay is behind the primary; null when either does not
 *     answer
 */
public record ReplicationSnapshot(
    Instant taken, ServerStatus primary, ServerStatus standby, @Nullable Long bytesBehind) {}
