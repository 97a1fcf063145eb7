package replicationlab.check;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The proof's rows about the stream between the two. */
final class StreamRows {

  /** Since then the WAL receiver tells to whom it has connected itself. */
  private static final int TELLS_SENDER_SINCE = 11;

  private static final Pattern PORT = Pattern.compile("\\bport='?([\\d,]+)");

  private final LabSystem system;
  private final Asking asking;

  StreamRows(LabSystem system, Asking asking) {
    this.system = system;
    this.asking = asking;
  }

  CheckResult receiverStreams() {
    String sql =
        "SELECT status, "
            + (tellsSender() ? "sender_host, sender_port, " : "")
            + "conninfo FROM pg_stat_wal_receiver";
    Asking.Answer receiver = asking.ask(system.standby(), sql);
    String senderSql =
        "SELECT application_name, client_addr, state, sync_state FROM pg_stat_replication";
    Asking.Answer sender = asking.ask(system.primary(), senderSql);
    Finding finding =
        Finding.of(
                "receiver-streams",
                "Does the standby's WAL receiver stream from port " + system.primary().port() + "?")
            .asked(sql)
            .asked(senderSql)
            .answered(
                "standby "
                    + (receiver.rows().isEmpty() && receiver.answered()
                        ? "(no WAL receiver)"
                        : receiver.raw()))
            .answered(
                "primary "
                    + (sender.rows().isEmpty() && sender.answered()
                        ? "(no WAL sender)"
                        : sender.raw()));
    if (!receiver.answered() || !sender.answered()) {
      return finding.undetermined(
          "A server did not answer the question.", "Read its words above and check again.");
    }
    if (receiver.rows().isEmpty() || !receiver.first().equals("streaming")) {
      return finding.failed(new LostStream(new Scene(system, asking)).why(), system);
    }
    OptionalInt port = senderPort(receiver);
    if (port.isPresent() && port.getAsInt() != system.primary().port()) {
      return finding.failed(fromElsewhere(port.getAsInt()), system);
    }
    boolean sends = sender.rows().stream().anyMatch(row -> "streaming".equals(row.get(2)));
    return finding.verdict(
        sends,
        "The standby says that it streams, the primary knows of no standby that does.",
        "Wait a moment and check again; if it stays so, primary_conninfo leads to another server.");
  }

  private boolean tellsSender() {
    return system.major() >= TELLS_SENDER_SINCE;
  }

  /**
   * From which port it streams. Empty if that is not known: a connection string may name several,
   * of which any may be the one.
   */
  private OptionalInt senderPort(Asking.Answer receiver) {
    String told =
        tellsSender()
            ? String.valueOf(receiver.rows().getFirst().get(2))
            : PORT.matcher(receiver.raw())
                .results()
                .map(one -> one.group(1))
                .findFirst()
                .orElse("");
    return told.matches("\\d{1,5}") ? OptionalInt.of(Integer.parseInt(told)) : OptionalInt.empty();
  }

  private Explanation fromElsewhere(int port) {
    return new LostConnection(new Scene(system, asking))
        .find()
        .orElseGet(() ->
            Explanation.of(
                "The standby streams, but from port " + port + ".",
                "Let primary_conninfo name the primary's host and port=5432 alone, and restart the"
                    + " standby."));
  }

  CheckResult replayNotPaused() {
    String sql = "SELECT " + system.wal().isReplayPaused();
    Asking.Answer answer = asking.ask(system.standby(), sql);
    Finding finding =
        Finding.of("replay-runs", "Is replay running, and not paused?")
            .asked(sql)
            .answered(answer.raw());
    if (!answer.answered()) {
      return finding.undetermined(
          "Only a server in recovery can tell whether replay is paused.", "See the rows above.");
    }
    return answer.first().equals("f")
        ? finding.passed()
        : finding.failed(new LostRows(new Scene(system, asking)).paused(), system);
  }

  CheckResult bytesBehind() {
    String here = "SELECT " + system.wal().currentLsn();
    Asking.Answer written = asking.ask(system.primary(), here);
    String sql =
        "SELECT " + system.wal().difference("'" + written.first() + "'", system.wal().replayLsn());
    Asking.Answer behind = asking.ask(system.standby(), sql);
    Finding finding =
        Finding.of("bytes-behind", "How many bytes of WAL is the standby's replay behind?")
            .asked(here)
            .asked(sql)
            .answered("primary " + written.raw())
            .answered("standby " + behind.raw() + " bytes behind");
    if (!written.answered() || !behind.answered() || behind.first().isEmpty()) {
      return finding.undetermined("The distance could not be measured.", "See the rows above.");
    }
    return finding.passed();
  }
}
