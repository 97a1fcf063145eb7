package replicationlab.postgres.config;

import java.util.List;

/**
 * The parameters of recovery.conf, up to PostgreSQL 11 (manual of 11, "Recovery Configuration").
 * They are in no view of the server, which reads the file once, when it starts.
 */
public final class RecoveryParameters {

  private RecoveryParameters() {}

  /** Those of a major up to 11; 9 stands for 9.6. */
  public static Parameters of(int major) {
    List<Parameter> all =
        List.of(
            bool("standby_mode", "off", "Makes the server a standby: it goes on recovering."),
            text("primary_conninfo", "How the standby connects to the primary."),
            text("primary_slot_name", "The replication slot on the primary to stream from."),
            text("trigger_file", "A file whose appearance ends recovery: the standby is promoted."),
            text("restore_command", "A shell command that fetches a WAL segment from the archive."),
            text("archive_cleanup_command", "Run at every restartpoint, to tidy the archive."),
            text("recovery_end_command", "Run once, when recovery ends."),
            text("recovery_target", "'immediate' ends recovery as soon as it is consistent."),
            text("recovery_target_name", "The named restore point at which to end recovery."),
            text("recovery_target_time", "The time at which to end recovery."),
            text("recovery_target_xid", "The transaction at which to end recovery."),
            text("recovery_target_lsn", "The WAL location at which to end recovery (since 10)."),
            bool("recovery_target_inclusive", "on", "Whether to stop just after the target."),
            text("recovery_target_timeline", "The timeline to follow; 'latest' for the newest."),
            choice("recovery_target_action", "What to do at the target.", "pause,promote,shutdown"),
            new Parameter(
                "recovery_min_apply_delay",
                "Replays each commit only so long after it was made.",
                "ms",
                "integer",
                List.of(),
                "",
                "0",
                "postmaster",
                "",
                ""));
    return Parameters.of(
        all.stream()
            .filter(each -> major >= 10 || !each.name().equals("recovery_target_lsn"))
            .toList(),
        "the manual, for recovery.conf");
  }

  private static Parameter text(String name, String description) {
    return new Parameter(name, description, "", "string", List.of(), "", "", "postmaster", "", "");
  }

  private static Parameter bool(String name, String byDefault, String description) {
    return new Parameter(
        name, description, "", "bool", List.of(), "", byDefault, "postmaster", "", "");
  }

  private static Parameter choice(String name, String description, String choices) {
    return new Parameter(
        name,
        description,
        "",
        "enum",
        List.of(choices.split(",", -1)),
        "",
        "pause",
        "postmaster",
        "",
        "");
  }
}
