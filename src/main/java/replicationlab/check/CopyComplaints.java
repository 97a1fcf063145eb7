package replicationlab.check;

import java.util.List;

/** What is wrong with a data directory, and how it was copied, as servers say it. */
final class CopyComplaints {

  static final List<Complaint> ALL =
      List.of(
          Complaint.of(
              "recovery command file .*recovery.conf.* is not supported",
              "Since PostgreSQL 12 a recovery.conf keeps the server from starting.",
              "Delete data2/recovery.conf, create an empty data2/standby.signal, and put"
                  + " primary_conninfo into data2/postgresql.conf."),
          Complaint.of(
              "must specify \"?restore_command\"? when standby mode is not enabled",
              "The copy was told to recover from an archive, and not to be a standby.",
              "Name the empty file data2/standby.signal, and not recovery.signal (up to 11: write"
                  + " standby_mode = 'on' into data2/recovery.conf), then start it again."),
          Complaint.of(
              "will regularly poll the pg_(wal|xlog) subdirectory",
              "The standby has no primary_conninfo, so it knows no primary to stream from.",
              "Set primary_conninfo in data2/postgresql.conf (up to 11 in data2/recovery.conf) and"
                  + " restart the standby."),
          Complaint.of(
              "WAL ends before end of online backup",
              "The copy has a backup_label but was started as an ordinary server: only a standby"
                  + " waits for the WAL up to the backup's end.",
              "Create an empty data2/standby.signal and set primary_conninfo (up to 11 both in"
                  + " data2/recovery.conf), then start it again."),
          Complaint.of(
              "could not locate (a valid|required) checkpoint record|could not find redo location"
                  + "|invalid magic number .* in (log|WAL) segment|WAL ends before consistent"
                  + " recovery point",
              "The copy was not made between the backup's start and its end, so it has no point"
                  + " from which to recover.",
              "Make the copy again: begin the backup, copy, end the backup."),
          Complaint.of(
              "If you are (not )?restoring from a backup",
              "The server advises for a restore from an archive; a standby of which the backup_label"
                  + " is removed may be damaged without a word.",
              "Leave backup_label where it is, and make the copy again: begin the backup, copy, end"
                  + " the backup."),
          Complaint.of(
              "references to invalid pages|invalid page in block",
              "Data files are damaged, those of a copy mostly because it was not made between a"
                  + " backup's start and its end.",
              "Make the copy again: begin the backup, copy, end the backup."),
          Complaint.of(
              "online backup was canceled",
              "The backup from which the copy was made was cut short, as by a stop of the primary,"
                  + " so its end will never come.",
              "Make the copy again, and leave the primary running until the backup has ended."),
          Complaint.of(
              "invalid data in file .*backup_label",
              "backup_label is not as the server gave it out; signs were added to it.",
              "Make the copy again, and write the label byte by byte as it comes."),
          Complaint.of(
              "data directory .* has (invalid permissions|group or world access)",
              "The data directory may be read by others, which PostgreSQL refuses.",
              "chmod 700 data2 (or whichever directory the line names)"),
          Complaint.of(
              "has wrong ownership|must be started by the user that owns",
              "The data directory belongs to another user of this machine than the one who starts"
                  + " the server.",
              "Start the server as the owner, or give the whole directory to yourself with chown"
                  + " -R."),
          Complaint.of(
              "database files are incompatible with server",
              "The directory was made by another version of PostgreSQL than the one that is"
                  + " started.",
              "Start it with the pg_ctl of the version that the file PG_VERSION in it names."),
          Complaint.of(
              "is not a valid data directory|data directory .* (does not exist|is not a directory)"
                  + "|could not access the server configuration file|could not find the database"
                  + " system",
              "What -D names is not a data directory, or only a part of one.",
              "Give -D the directory that is meant; if it is data2, move it out of the way and copy"
                  + " the whole data directory again."));

  private CopyComplaints() {}
}
