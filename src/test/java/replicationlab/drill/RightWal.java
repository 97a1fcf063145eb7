package replicationlab.drill;

import java.nio.file.Path;
import java.util.List;

/** Other ways to keep WAL, to send it and to take it in. */
final class RightWal {

  private RightWal() {}

  static List<RightWay> all() {
    return List.of(
        RightWay.any("a replication slot", pair -> slot(pair)),
        RightWay.any(
            "a slot and no wal_keep",
            pair -> {
              slot(pair);
              pair.remove(Pair.settings(pair.primary()), "wal_keep_size", "wal_keep_segments")
                  .reload(pair.primary());
            }),
        RightWay.any(
            "a larger wal_keep",
            pair ->
                pair.add(
                        Pair.settings(pair.primary()),
                        pair.major() >= 13 ? "wal_keep_size = '2GB'" : "wal_keep_segments = 128")
                    .reload(pair.primary())),
        RightWay.any(
            "wal_level = logical",
            pair ->
                pair.add(Pair.settings(pair.primary()), "wal_level = logical")
                    .restart(pair.primary())),
        RightWay.any(
            "larger max_wal_senders",
            pair ->
                pair.add(Pair.settings(pair.standby()), "max_wal_senders = 20")
                    .add(Pair.settings(pair.primary()), "max_wal_senders = 20")
                    .restart(pair.standby(), pair.primary())),
        RightWay.any(
            "an archive",
            pair ->
                pair.add(
                        Pair.settings(pair.primary()),
                        "archive_mode = on\narchive_command = 'true'")
                    .restart(pair.primary())),
        RightWay.any(
            "an archive that is read too",
            pair -> {
              Path archive = pair.standby().data().resolveSibling("archive");
              pair.run("mkdir -p archive");
              pair.lab().bench.unprivileged().handOver(archive);
              pair.add(
                      Pair.settings(pair.primary()),
                      "archive_mode = on\narchive_command = 'cp %p " + archive + "/%f'")
                  .add(pair.recovery(), "restore_command = 'cp " + archive + "/%f %p'")
                  .restart(pair.primary(), pair.standby());
            }),
        RightWay.any(
            "an archive that has nothing",
            pair ->
                pair.add(pair.recovery(), "restore_command = 'cp /nowhere/%f %p 2>/dev/null'")
                    .restart(pair.standby())),
        RightWay.from(
            10,
            "hot_standby not set",
            pair ->
                pair.remove(Pair.settings(pair.standby()), "hot_standby").restart(pair.standby())),
        new RightWay(
            "a trigger file that is absent",
            9,
            15,
            pair ->
                pair.add(
                        pair.recovery(),
                        (pair.major() < 12 ? "" : "promote_") + "trigger_file = '/nowhere/promote'")
                    .restart(pair.standby())),
        RightWay.any(
            "settings for queries on the standby",
            pair ->
                pair.add(
                        Pair.settings(pair.standby()),
                        """
                        hot_standby_feedback = on
                        max_standby_streaming_delay = -1
                        wal_receiver_status_interval = 0
                        default_transaction_read_only = on\
                        """)
                    .restart(pair.standby())),
        RightWay.any(
            "a delay that is hardly one",
            pair ->
                pair.add(pair.recovery(), "recovery_min_apply_delay = '50ms'")
                    .restart(pair.standby())),
        RightWay.any(
            "recovery_target_timeline = latest",
            pair ->
                pair.add(pair.recovery(), "recovery_target_timeline = 'latest'")
                    .restart(pair.standby())),
        RightWay.any(
            "synchronous, by any standby",
            pair ->
                pair.add(Pair.settings(pair.primary()), "synchronous_standby_names = '*'")
                    .reload(pair.primary())),
        RightWay.any(
            "synchronous, by name",
            pair ->
                pair.add(Pair.settings(pair.primary()), "synchronous_standby_names = '1 (second)'")
                    .conninfo(
                        RightConnections.to(pair, "host=localhost") + " application_name=second")
                    .reload(pair.primary())));
  }

  private static void slot(Pair pair) {
    pair.add(Pair.settings(pair.primary()), "max_replication_slots = 4")
        .restart(pair.primary())
        .sql(pair.primary(), "SELECT pg_create_physical_replication_slot('second')")
        .add(pair.recovery(), "primary_slot_name = 'second'")
        .restart(pair.standby());
  }
}
