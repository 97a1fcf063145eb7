package replicationlab.check;

import java.util.List;

/** What keeps a server from starting or from going on beside its files, as it says it. */
final class StartComplaints {

  static final List<Complaint> ALL =
      List.of(
          Complaint.of(
              "lock file .*postmaster.pid.* already exists",
              "postmaster.pid names a process that runs: it was copied from the primary and names"
                  + " the primary's, or this server runs already.",
              "If it came with the copy, remove data2/postmaster.pid and start the standby again; a"
                  + " server that runs needs no second start."),
          Complaint.of(
              "pre-existing shared memory block|Terminate any old server processes",
              "The server was killed, and processes of it are still there; none can start in its"
                  + " directory before they are gone.",
              "Close what is still connected to it, and start it again in a moment."),
          Complaint.of(
              "Address already in use|could not create any TCP/IP sockets|lock file"
                  + " .*\\.s\\.PGSQL.* already exists|another postmaster (already running on port"
                  + "|.* using socket file)",
              "The port is taken by another server.",
              "Give each server a port of its own: port = 5433 in data2/postgresql.conf."),
          Complaint.of(
              "could not create any Unix-domain sockets|could not create lock file .*\\.s\\.PGSQL"
                  + "|Unix-domain socket path .* is too long",
              "The server cannot make its socket file: the folder is missing, not writable, or has"
                  + " too long a name.",
              "Set unix_socket_directories = '/tmp' in the server's postgresql.conf and start it"
                  + " again."),
          Complaint.of(
              "insufficient parameter settings|lower setting than on the (master|primary)",
              "A setting such as max_connections is lower on the standby than on the primary.",
              "Make it at least as high in data2/postgresql.conf and start the standby again."),
          Complaint.of(
              "the database system is not accepting connections",
              "hot_standby is off, so the standby replays but takes no connections.",
              "Set hot_standby = on in data2/postgresql.conf and restart the standby."),
          Complaint.of(
              "could not (create|map|open|resize) .*shared memory",
              "The machine does not give the server as much shared memory as it asks for.",
              "Lower shared_buffers in its postgresql.conf, or give the machine or container more"
                  + " (docker: --shm-size), and start it again."),
          Complaint.of(
              "No space left on device|Check free disk space",
              "The disk is full.",
              "Make room on it, then start the server again if it has ended; what it had committed"
                  + " is not lost."),
          Complaint.of(
              "could not (open|create|read|write|access|stat|remove|rename) .*: Permission denied",
              "The server may not use the file that is named: it or its folder belongs to another"
                  + " user of this machine.",
              "Give the whole data directory to the user who starts the server (chown -R), and"
                  + " start it again."));

  private StartComplaints() {}
}
