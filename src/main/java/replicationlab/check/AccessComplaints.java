package replicationlab.check;

import java.util.List;

/** Why a server turns a standby or a program away, as it says it. */
final class AccessComplaints {

  static final List<Complaint> ALL =
      List.of(
          Complaint.of(
              "no pg_hba.conf entry for .*host \"::1\"",
              "The connection came over IPv6, from ::1, as host=localhost may lead to, and"
                  + " pg_hba.conf has no line for that address.",
              "Write host=127.0.0.1 where the connection is described, or add a line for ::1/128 to"
                  + " the server's pg_hba.conf and reload it."),
          Complaint.of(
              "no pg_hba.conf entry for replication",
              "The primary's pg_hba.conf has no line that lets the standby connect for"
                  + " replication.",
              "Add 'host replication all 127.0.0.1/32 trust' to data/pg_hba.conf and reload the"
                  + " primary; the standby tries again within 5 seconds."),
          Complaint.of(
              "no pg_hba.conf entry for host",
              "The server's pg_hba.conf has no line that lets this user connect to this database"
                  + " from this address.",
              "Add 'host all all 127.0.0.1/32 trust' to the server's pg_hba.conf and reload it."),
          Complaint.of(
              "pg_hba.conf rejects",
              "The first line of pg_hba.conf that fits this connection says reject.",
              "Put the line that admits it above that one, or take that one out, and reload the"
                  + " server."),
          Complaint.of(
              "password authentication failed|no password supplied|(peer|ident) authentication"
                  + " failed",
              "The line of pg_hba.conf that fits this connection asks for a proof, such as a"
                  + " password, and none or a wrong one was given.",
              "Let that line end in trust, as the lab does on this machine, and reload the server;"
                  + " or give the password: in primary_conninfo as password=…, or in the file that"
                  + " passfile=… names there, or in the password file of the account that runs the"
                  + " server ("
                  + PasswordFile.USUAL
                  + ")."),
          Complaint.of(
              "role .* is not permitted to log in",
              "The role that connects has not the attribute LOGIN.",
              "Use user=postgres, or run ALTER ROLE … LOGIN on the primary."),
          Complaint.of(
              "primary server: .*role .* does not exist",
              "The standby connects as a user that the primary does not have.",
              "Add user=postgres to primary_conninfo and restart the standby."),
          Complaint.of(
              "role .* does not exist",
              "A standby or a program such as psql came as a user that the server does not have:"
                  + " where none is given, it is the operating system's.",
              "Add user=postgres to primary_conninfo and restart the standby, or give the program"
                  + " -U postgres."),
          Complaint.of(
              "too many clients already|remaining connection slots are reserved",
              "All connections that max_connections allows are taken.",
              "Close sessions that are not needed, or raise max_connections, on the standby too,"
                  + " and restart the server."));

  private AccessComplaints() {}
}
