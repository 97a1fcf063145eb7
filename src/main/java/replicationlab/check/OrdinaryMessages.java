package replicationlab.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Errors in a log that are no fault: they come with starting, stopping and trying, or are meant.
 * The proof never gives them as a cause; what is a cause is in {@link KnownComplaints}.
 */
public final class OrdinaryMessages {

  private record Ordinary(Pattern words, String sentence) {}

  private static Ordinary ordinary(String words, String sentence) {
    return new Ordinary(Pattern.compile(words, Pattern.CASE_INSENSITIVE), sentence);
  }

  private static final List<Ordinary> ALL =
      List.of(
          ordinary(
              "cannot execute .* in a read-only transaction",
              "A standby takes no writes: this refusal is what the lab wants to see."),
          ordinary(
              "the database system is starting up",
              "Somebody asked before the server was ready; that passes by itself."),
          ordinary(
              "the database system is shutting down",
              "Somebody asked while the server was being stopped."),
          ordinary(
              "terminating (walreceiver|background worker|logical replication|connection)",
              "The server ended one of its processes, because it was told to stop or reload."),
          ordinary(
              "replication terminated by primary|could not receive data from WAL stream"
                  + "|could not send (data to|end-of-streaming)",
              "The primary has ended the stream, mostly because it was stopped; the standby tries"
                  + " again every few seconds."),
          ordinary(
              "relation .* already exists", "The table was there already; nothing was changed."),
          ordinary(
              "(relation|table|column|function) .* does not exist",
              "The statement names something that this database does not have."),
          ordinary("syntax error at", "The statement was mistyped near the words that it names."),
          ordinary(
              "canceling statement due to (user request|statement timeout|lock timeout)",
              "A statement was broken off: by the one who sent it, or because it took too long."),
          ordinary(
              "canceling statement due to conflict with recovery",
              "The standby had to replay what the query was still reading, and ended the query."),
          ordinary(
              "Did you call pg_backup_start|backup is not in progress",
              "The backup was begun in another session, or not at all."));

  private OrdinaryMessages() {}

  /** What a line means, if it is one of these. */
  public static Optional<String> explain(String line) {
    return ALL.stream()
        .filter(each -> each.words().matcher(line).find())
        .map(Ordinary::sentence)
        .findFirst();
  }
}
