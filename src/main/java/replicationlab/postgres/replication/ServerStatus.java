package replicationlab.postgres.replication;

import org.jspecify.annotations.Nullable;
import replicationlab.postgres.cluster.ClusterState;

/**
 * One server at one moment.
 *
 * @param version such as "18.6"; empty while it does not answer
 * @param inRecovery null while it does not answer
 * @param lsn the primary's current WAL location, or what a standby has replayed; empty while it
 *     does not answer
 * @param activity one word or two: "streaming", "not streaming", "replay paused"; empty on a
 *     primary; of one that keeps the lab out, why
 * @param settingsLoaded when it has last read its settings, in its own words; empty while it does
 *     not answer
 */
public record ServerStatus(
    ClusterState state,
    int port,
    String version,
    @Nullable Boolean inRecovery,
    String lsn,
    String activity,
    String settingsLoaded) {}
