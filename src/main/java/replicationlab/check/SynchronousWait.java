package replicationlab.check;

import java.util.Optional;

/**
 * A primary that waits, at every commit, for a standby that is not there (PostgreSQL's manual,
 * "Synchronous Replication").
 */
final class SynchronousWait {

  private static final String NAME = "synchronous_standby_names";

  private final Scene scene;

  SynchronousWait(Scene scene) {
    this.scene = scene;
  }

  Optional<Explanation> find() {
    String sql =
        "SELECT current_setting('synchronous_standby_names') WHERE"
            + " current_setting('synchronous_standby_names') <> '' AND"
            + " current_setting('synchronous_commit') NOT IN ('off', 'local') AND NOT EXISTS"
            + " (SELECT FROM pg_stat_replication WHERE sync_state IN ('sync', 'quorum'))";
    return scene
        .primary
        .ask(sql)
        .map(names ->
            new Explanation(
                "synchronous-standby-absent",
                "Every commit on the primary waits for a standby called "
                    + names
                    + " (synchronous_standby_names), and none of that name is connected.",
                scene
                    .primary
                    .set(NAME, "''")
                    .reload("data")
                    .as(
                        "Wait for none, or give the standby that name as application_name in its"
                            + " primary_conninfo.")));
  }
}
