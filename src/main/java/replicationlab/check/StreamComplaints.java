package replicationlab.check;

import java.util.List;

/** Why WAL does not come from the primary, as servers say it. */
final class StreamComplaints {

  static final List<Complaint> OF_THE_PRIMARY =
      List.of(
          Complaint.of(
              "has already been removed",
              "The primary has already recycled WAL that the standby still needs.",
              "Make the standby anew from a fresh copy, and keep more WAL on the primary"
                  + " (wal_keep_size, before 13 wal_keep_segments) or use a replication slot."),
          Complaint.of(
              "can no longer (access|get changes from) replication slot|WAL required by replication"
                  + " slot .* has been removed",
              "The primary has given up the replication slot, for which it would have kept more"
                  + " WAL than it may.",
              "Drop the slot, raise max_slot_wal_keep_size on the primary, create the slot again,"
                  + " and make the standby anew from a fresh copy."),
          Complaint.of(
              "database system identifier differs",
              "data2 is a cluster of its own and not a copy of the primary: their system"
                  + " identifiers differ.",
              "Remove data2 and copy the primary's data directory again."),
          Complaint.of(
              "forked off|not in this server's history|is not a child of|does not contain minimum"
                  + " recovery point|unexpected timeline ID|highest timeline .* is behind|ahead of"
                  + " the WAL flush position",
              "The standby's history has parted from the primary's: it was once run as a primary,"
                  + " or it has written WAL of its own.",
              "Make the standby anew from a fresh copy of the primary (or rewind it with"
                  + " pg_rewind)."),
          Complaint.of(
              "exceeds \"?max_wal_senders",
              "The primary's max_wal_senders leaves no process to send WAL to the standby.",
              "Set max_wal_senders to 1 or more in data/postgresql.conf and restart the primary."),
          Complaint.of(
              "must be superuser or replication role|permission denied to (start WAL sender|use"
                  + " replication slots)",
              "The user in primary_conninfo may not replicate.",
              "Use user=postgres, or give the role the REPLICATION attribute."),
          Complaint.of(
              "replication slot .* does not exist",
              "primary_slot_name names a replication slot that the primary does not have.",
              "Create it on the primary, as by SELECT pg_create_physical_replication_slot('name'),"
                  + " and the standby goes on by itself; or take primary_slot_name out and restart"
                  + " the standby."),
          Complaint.of(
              "replication slot .* is active for PID",
              "The replication slot is in use: by another standby, or by a connection that was lost"
                  + " and that the primary has not given up yet.",
              "Give each standby a slot of its own; a lost connection is given up after"
                  + " wal_sender_timeout, one minute."),
          Complaint.of(
              "all replication slots are in use|slots can only be used if \"?max_replication_slots",
              "The primary's max_replication_slots allows no further replication slot.",
              "Drop a slot that nobody uses, or raise max_replication_slots in data/postgresql.conf"
                  + " and restart the primary."),
          Complaint.of(
              "wal_level=minimal|WAL level not sufficient|requires \"?wal_level|wal_level was not"
                  + " set to|when \"?wal_level\"? is \"minimal\"|slots can only be used if"
                  + " \"?wal_level",
              "The primary's wal_level is minimal, so its WAL lacks what a standby needs.",
              "Set wal_level = hot_standby (since 9.6: replica) in data/postgresql.conf, restart"
                  + " the primary, and make the copy again."));

  private static final String TO_THE_PRIMARY = "could not connect to the primary server: .*";

  /** The last is what remains when no reason is known. */
  static final List<Complaint> OF_THE_CONNECTION =
      List.of(
          Complaint.of(
              "invalid connection (option|string)|connection info string|could not parse connection"
                  + " string|invalid port number|invalid integer value .* for connection option",
              "primary_conninfo cannot be read: it is a list of name=value with blanks between, and"
                  + " the message tells what is not.",
              "Correct it, as in 'host=127.0.0.1 port=5432 user=postgres', and restart the"
                  + " standby."),
          Complaint.of(
              "could not translate host name",
              "This machine does not know the host that primary_conninfo names.",
              "Write host=127.0.0.1 into primary_conninfo and restart the standby."),
          Complaint.of(
              TO_THE_PRIMARY + "the database system is (shutting down|in recovery mode)",
              "The primary is being stopped, or it recovers from a crash.",
              "Start the primary if it does not come back; the standby tries again within 5"
                  + " seconds."),
          Complaint.of(
              TO_THE_PRIMARY + "the database system is (not yet accepting|starting up)",
              "The standby's primary_conninfo leads to the standby itself, or the primary is still"
                  + " starting.",
              "Set port=5432 in primary_conninfo and restart the standby."),
          Complaint.of(
              "not yet accepting connections",
              "Somebody asked a standby that has not replayed enough WAL yet to answer; that passes"
                  + " once it streams from the primary.",
              "If it does not pass, look at what the standby's log says of the primary, and at host"
                  + " and port in primary_conninfo."),
          Complaint.of(
              "Connection refused|could not connect to the primary server",
              "Nobody answers at the host and port in primary_conninfo.",
              "Start the primary, or correct host and port in primary_conninfo."));

  private StreamComplaints() {}
}
