package replicationlab.check;

import java.util.Optional;

/**
 * A primary that waits, at every commit, for standbys that are not all there (PostgreSQL's manual,
 * "Synchronous Replication").
 */
final class SynchronousWait {

  private static final String NAME = "synchronous_standby_names";

  /** Without a number before its list, the setting asks for one. */
  private static final String SQL =
      "SELECT names, wanted, there FROM (SELECT current_setting('synchronous_standby_names') AS"
          + " names, coalesce(substring(current_setting('synchronous_standby_names') FROM"
          + " '(?i)^[[:space:]]*(?:(?:first|any)[[:space:]]*)?([0-9]+)[[:space:]]*[(]'),"
          + " '1')::bigint AS wanted, (SELECT count(*) FROM pg_stat_replication WHERE sync_state"
          + " IN ('sync', 'quorum')) AS there) AS waiting WHERE names <> '' AND there < wanted AND"
          + " current_setting('synchronous_commit') NOT IN ('off', 'local')";

  private final Scene scene;

  SynchronousWait(Scene scene) {
    this.scene = scene;
  }

  Optional<Explanation> find() {
    return scene.primary.row(SQL).map(row -> why(row.get(0), row.get(1), row.get(2)));
  }

  private Explanation why(String names, String wanted, String there) {
    boolean one = wanted.equals("1");
    return new Explanation(
        "synchronous-standby-absent",
        one
            ? "Every commit on the primary waits for a standby called "
                + names
                + " (synchronous_standby_names), and none of that name is connected."
            : "Every commit on the primary waits for "
                + wanted
                + " standbys at once (synchronous_standby_names is "
                + names
                + "), and "
                + (there.equals("0") ? "none" : "only " + there)
                + " of them "
                + (there.matches("[01]") ? "is" : "are")
                + " connected.",
        scene
            .primary
            .set(NAME, "''")
            .reload("data")
            .as(
                one
                    ? "Wait for none, or give the standby that name as application_name in its"
                        + " primary_conninfo."
                    : "Wait for none, or for no more standbys than there are."));
  }
}
