package replicationlab.check;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.config.Conninfo;
import replicationlab.postgres.config.ConninfoHost;

/** The proof's rows about the stream between the two. */
final class StreamRows {

  /** Since then the WAL receiver tells to whom it has connected itself. */
  private static final int TELLS_SENDER_SINCE = 11;

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
    Optional<ConninfoHost> from = streamsFrom(receiver);
    if (from.isPresent() && !isPrimary(from.get(), system.primary().port())) {
      return finding.failed(fromElsewhere(from.get()), system);
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
   * From where it streams. Empty if that is not known: a connection string may name several, of
   * which any may be the one.
   */
  private Optional<ConninfoHost> streamsFrom(Asking.Answer receiver) {
    List<@Nullable String> row = receiver.rows().getFirst();
    List<ConninfoHost> named = Conninfo.parse(Objects.toString(row.getLast(), "")).hosts();
    if (!tellsSender()) {
      return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }
    String host = Objects.toString(row.get(1), "");
    int port = Integer.parseInt(Objects.toString(row.get(2), "0"));
    // It tells the name that was given, and may have been led to another address beside it.
    return named.stream()
        .filter(each -> each.given().equals(host) && each.mayBe(port))
        .map(each -> new ConninfoHost(each.name(), host, port))
        .findFirst()
        .or(() -> Optional.of(new ConninfoHost(host, host, port)));
  }

  /** Another machine's server may have the primary's port. */
  static boolean isPrimary(ConninfoHost from, int primary) {
    return from.mayBe(primary) && (from.isHere() || isThisMachine(from.name()));
  }

  /** A primary may listen on an address of this machine's in the network, too. */
  private static boolean isThisMachine(String host) {
    try {
      return NetworkInterface.getByInetAddress(InetAddress.getByName(host)) != null;
    } catch (UnknownHostException | SocketException e) {
      return false;
    }
  }

  private Explanation fromElsewhere(ConninfoHost from) {
    return new LostConnection(new Scene(system, asking))
        .find()
        .orElseGet(() ->
            Explanation.of(
                "The standby streams, but from port "
                    + from.port()
                    + (from.name().isEmpty() ? "" : " of " + from.name())
                    + ".",
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
