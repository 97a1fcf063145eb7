package replicationlab.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Errors in a log that are no fault: they come with starting, stopping and trying, or are meant.
 * The proof never gives them as a cause; what is a cause is in {@link KnownComplaints}.
 */
public final class OrdinaryMessages {

  private record Ordinary(Pattern words, String sentence) {}

  private static Ordinary ordinary(String words, String sentence) {
    return new Ordinary(Pattern.compile(words, Pattern.CASE_INSENSITIVE), sentence);
  }

  private static final List<Ordinary> OF_SERVERS =
      List.of(
          ordinary(
              "cannot execute .* in a read-only transaction",
              "A standby takes no writes: this refusal is what the lab wants to see."),
          ordinary(
              "cannot execute .* during recovery",
              "A standby cannot do this, and neither does it need it: it takes everything from the"
                  + " primary."),
          ordinary(
              "recovery is in progress|WAL control functions cannot be executed during recovery",
              "The function is for a primary; what a standby has got tells"
                  + " pg_last_wal_receive_lsn() (before 10 pg_last_xlog_receive_location())."),
          ordinary(
              "recovery is not in progress|can only be executed during recovery",
              "The function is for a standby, and the server that was asked is none."),
          ordinary(
              "the database system is starting up",
              "Somebody asked before the server was ready; that passes by itself, except on a standby"
                  + " with hot_standby = off."),
          ordinary(
              "the database system is in recovery mode",
              "A process of the server has crashed or was killed, and the server recovers from its"
                  + " WAL; that passes by itself."),
          ordinary(
              "the database system is shutting down",
              "Somebody asked while the server was being stopped."),
          ordinary(
              "due to conflict with recovery",
              "The standby had to replay what the query was still reading, and ended the query."),
          ordinary(
              "because of crash of another server process|due to unexpected postmaster exit|because"
                  + " of unexpected SIGQUIT|due to immediate shutdown command|In a moment you should be"
                  + " able to reconnect",
              "The server was killed or stopped at once, and its processes ended with it."),
          ordinary(
              "waiting for upstream to catch up",
              "The server that the standby streams from has less WAL than the standby, and did not"
                  + " get as far in time; the standby asks again."),
          ordinary(
              "terminating walreceiver due to timeout|due to replication timeout",
              "The other server was silent for a minute, so the connection was given up; the standby"
                  + " makes it anew."),
          ordinary(
              "terminating connection due to (idle|transaction)",
              "A session was ended because it was open or idle for longer than a setting allows."),
          ordinary(
              "terminating walreceiver process due to administrator command",
              "The standby has ended its stream: it was stopped, promoted or reloaded, or what came"
                  + " did not fit the WAL that it has."),
          ordinary(
              "terminating (background worker|logical replication|connection)",
              "The server ended one of its processes, because it was told to stop or reload."),
          ordinary(
              "replication terminated by primary|could not receive data from WAL stream"
                  + "|could not send (data to WAL stream|end-of-streaming)",
              "The primary has ended the stream, mostly because it was stopped; the standby tries"
                  + " again every few seconds."),
          ordinary(
              "could not send data to client|connection to client lost",
              "The program or standby that was connected has gone without a word."));

  private static final List<Ordinary> OF_STATEMENTS =
      List.of(
          ordinary(
              "(relation|replication slot) .* already exists",
              "What was to be created was there already; nothing was changed."),
          ordinary(
              "function pg_(start|stop)_backup\\(.* does not exist",
              "Since PostgreSQL 15 these functions are called pg_backup_start and pg_backup_stop."),
          ordinary(
              "function pg_backup_(start|stop)\\(.* does not exist",
              "Before PostgreSQL 15 these functions are called pg_start_backup and"
                  + " pg_stop_backup."),
          ordinary(
              "function pg_\\w*xlog\\w*\\(.* does not exist",
              "Since PostgreSQL 10 its functions say wal instead of xlog, and lsn instead of"
                  + " location."),
          ordinary(
              "function pg_\\w*wal\\w*\\(.* does not exist",
              "The server has no such function: its name is mistyped, or the server is older than"
                  + " PostgreSQL 10, whose functions say xlog and location instead of wal and lsn."),
          ordinary(
              "database .* does not exist",
              "The server has no such database; psql asks for one with the user's name unless it is"
                  + " given -d postgres."),
          ordinary(
              "(relation|table|column|function|schema) .* does not exist",
              "The statement names something that this database does not have."),
          ordinary("syntax error at", "The statement was mistyped near the words that it names."),
          ordinary(
              "canceling statement due to (user request|statement timeout|lock timeout)",
              "A statement was broken off: by the one who sent it, or because it took too long."),
          ordinary(
              "a backup is already in progress|Run pg_stop_backup|sure there is no backup in"
                  + " progress",
              "A backup has been begun and not ended yet; end it with pg_stop_backup() (since 15"
                  + " pg_backup_stop()) before another begins."),
          ordinary(
              "Did you mean to use pg_stop_backup|exclusive backup in progress",
              "The backup was begun with exclusive = false, so the same session has to end it, with"
                  + " pg_stop_backup(false)."),
          ordinary(
              "Did you call pg_backup_start|backup (is )?not in progress",
              "The backup was begun in another session, or not at all."));

  private OrdinaryMessages() {}

  private static Stream<Ordinary> all() {
    return Stream.of(OF_SERVERS, OF_STATEMENTS).flatMap(List::stream);
  }

  /** What a line means, if it is one of these. */
  public static Optional<String> explain(String line) {
    return all()
        .filter(each -> each.words().matcher(line).find())
        .map(Ordinary::sentence)
        .findFirst();
  }

  /** The words of all, for whoever looks whether a version has them. */
  public static Stream<Pattern> words() {
    return all().map(Ordinary::words);
  }
}
