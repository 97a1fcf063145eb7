package replicationlab.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a server's complaints mean, line by line, for those who read its log. Versions word their
 * messages differently (18 adds prefixes and quotes), so the patterns are loose. The proof does not
 * rest on them: it looks at the state, and at a log only for what the state cannot tell.
 */
public final class KnownComplaints {

  private record Known(Pattern words, Explanation explanation) {}

  /** What the server quotes as it did not understand it. */
  static final String DASH = "\"[\u2010-\u2015\u2212]";

  private static Known known(String words, String cause, String remedy) {
    return new Known(
        Pattern.compile(words, Pattern.CASE_INSENSITIVE), Explanation.of(cause, remedy));
  }

  private static final List<Known> ALL =
      List.of(
          known(
              DASH,
              "What was typed begins with a dash as word processors make it; PostgreSQL takes it"
                  + " for a letter and not for a hyphen or minus.",
              "Write it with the hyphen of the keyboard."),
          known(
              "[\u2018\u2019\u201c\u201d]",
              "The line has curly quotes, as word processors make them; PostgreSQL takes them for"
                  + " letters.",
              "Write it with the straight quotes of the keyboard."),
          known(
              "requested (starting point|WAL segment).*(already been removed|is ahead)|has already"
                  + " been removed",
              "The primary has already recycled WAL that the standby still needs.",
              "Make the standby anew from a fresh copy, and keep more WAL on the primary"
                  + " (wal_keep_size, before 13 wal_keep_segments) or use a replication slot."),
          known(
              "database system identifier differs",
              "data2 is a cluster of its own and not a copy of the primary: their system"
                  + " identifiers differ.",
              "Remove data2 and copy the primary's data directory again."),
          known(
              "forked off|not in this server's history|is not a child of|new timeline|ahead of the"
                  + " (WAL )?flush position|invalid (record length|magic number) .* in log segment",
              "The standby's history has parted from the primary's: it was once run as a primary,"
                  + " or it has written WAL of its own.",
              "Make the standby anew from a fresh copy of the primary (or rewind it with"
                  + " pg_rewind)."),
          known(
              "no pg_hba.conf entry for replication",
              "The primary's pg_hba.conf has no line that lets the standby connect for"
                  + " replication.",
              "Add 'host replication all 127.0.0.1/32 trust' to data/pg_hba.conf and reload the"
                  + " primary; the standby tries again within 5 seconds."),
          known(
              "invalid connection type|could not load .*pg_hba.conf",
              "A line of pg_hba.conf is mistyped, so the server does not load the file.",
              "Correct the line that the log names and start or reload the server."),
          known(
              "exceeds \"?max_wal_senders",
              "The primary's max_wal_senders leaves no process to send WAL to the standby.",
              "Set max_wal_senders to 1 or more in data/postgresql.conf and restart the primary."),
          known(
              "role .* does not exist",
              "The standby connects as a user that the primary does not have.",
              "Add user=postgres to primary_conninfo and restart the standby."),
          known(
              "must be superuser or replication role|permission denied to start WAL sender",
              "The user in primary_conninfo may not replicate.",
              "Use user=postgres, or give the role the REPLICATION attribute."),
          known(
              "recovery command file .*recovery.conf.* is not supported",
              "Since PostgreSQL 12 a recovery.conf keeps the server from starting.",
              "Delete data2/recovery.conf, create an empty data2/standby.signal, and put"
                  + " primary_conninfo into data2/postgresql.conf."),
          known(
              "unrecognized configuration parameter",
              "This version does not know the parameter that is named.",
              "Correct the name where it stands, in a settings file or a statement."),
          known(
              "WAL ends before end of online backup",
              "The copy has a backup_label but was started as an ordinary server: only a standby"
                  + " waits for the WAL up to the backup's end.",
              "Create an empty data2/standby.signal and set primary_conninfo (up to 11 both in"
                  + " data2/recovery.conf), then start it again."),
          known(
              "could not locate (a valid|required) checkpoint record",
              "The copy was not made between the backup's start and its end, so it has no point"
                  + " from which to recover.",
              "Make the copy again: begin the backup, copy, end the backup."),
          known(
              "online backup was canceled",
              "The backup from which the copy was made was cut short, as by a stop of the primary,"
                  + " so its end will never come.",
              "Make the copy again, and leave the primary running until the backup has ended."),
          known(
              "invalid data in file .*backup_label",
              "backup_label is not as the server gave it out; signs were added to it.",
              "Make the copy again, and write the label byte by byte as it comes."),
          known(
              "has invalid permissions|has group or world access",
              "The data directory may be read by others, which PostgreSQL refuses.",
              "chmod 700 data2"),
          known(
              "lock file .*postmaster.pid.* already exists",
              "postmaster.pid was copied from the primary and names its process.",
              "Remove data2/postmaster.pid and start the standby again."),
          known(
              "Address already in use|could not create any TCP/IP sockets",
              "The port is taken by another server.",
              "Give each server a port of its own: port = 5433 in data2/postgresql.conf."),
          known(
              "insufficient parameter settings|lower setting than on the (master|primary)",
              "A setting such as max_connections is lower on the standby than on the primary.",
              "Make it at least as high in data2/postgresql.conf and start the standby again."),
          known(
              "wal_level=minimal|WAL level not sufficient|requires \"?wal_level",
              "The primary's wal_level is minimal, so its WAL lacks what a standby needs.",
              "Set wal_level = hot_standby (since 9.6: replica) in data/postgresql.conf, restart"
                  + " the primary, and make the copy again."),
          known(
              "Hot standby mode is disabled",
              "hot_standby is off, so the standby replays but takes no connections.",
              "Set hot_standby = on in data2/postgresql.conf and restart the standby."),
          known(
              "not yet accepting connections",
              "The standby's primary_conninfo leads to the standby itself, or the primary is still"
                  + " starting.",
              "Set port=5432 in primary_conninfo and restart the standby."),
          known(
              "Connection refused|could not connect to the primary server",
              "Nobody answers at the host and port in primary_conninfo.",
              "Start the primary, or correct host and port in primary_conninfo."));

  private KnownComplaints() {}

  /** What one line of a log complains of, if that is known. */
  public static Optional<Explanation> explain(String line) {
    return ALL.stream()
        .filter(known -> known.words().matcher(line).find())
        .map(Known::explanation)
        .findFirst();
  }
}
