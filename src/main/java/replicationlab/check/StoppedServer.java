package replicationlab.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import replicationlab.postgres.cluster.PidFile;
import replicationlab.process.RunningPrograms;

/** A server that is stopped, and nothing that the lab knows keeps it from starting. */
final class StoppedServer {

  /** What a server says when something stopped it that the state would still show. */
  private static final Pattern STATE_WOULD_SHOW =
      Pattern.compile(
          "lock file|Address already in use|could not (bind|create any)|invalid permissions|group"
              + " or world access|unrecognized configuration|contains errors|syntax"
              + " error|pg_hba.conf|recovery.conf|insufficient parameter|lower setting|not possible"
              + " because|terminating (connection|walreceiver|walsender)|administrator"
              + " command|starting up|shutting down|the database system is|WAL ends"
              + " before|restore_command|could not connect|does not exist|authentication failed|not"
              + " yet accepting|no password supplied",
          Pattern.CASE_INSENSITIVE);

  /** Errors of statements end no server, and neither does what clients are told. */
  private static final Pattern FATAL = Pattern.compile("\\b(FATAL|PANIC): ");

  private static final Pattern DASH = Pattern.compile(KnownComplaints.DASH);

  private static final int QUOTED_LINES = 4;

  private final Side side;
  private final ServerLog log;

  StoppedServer(Side side) {
    this.side = side;
    this.log = side.log();
  }

  Explanation why() {
    return remains().orElseGet(this::withoutRemains);
  }

  /**
   * A killed server's processes end by themselves, except those that clients hold. The server takes
   * even one that is dead, and that nobody has asked for its end, for one that lives.
   */
  private Optional<Explanation> remains() {
    List<Long> left =
        Stream.concat(
                side.data().pidFile().map(PidFile::pid).filter(StoppedServer::isUnasked).stream(),
                RunningPrograms.workingIn(side.cluster().data()).stream().map(ProcessHandle::pid))
            .toList();
    return Diagnosis.when(
        side.data().pidFile().isPresent() && !left.isEmpty(),
        () ->
            Explanation.of(
                "server-remains",
                "The "
                    + side.name()
                    + " was killed, and processes of it are still there: "
                    + left.stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + ". No server can start in "
                    + side.folder()
                    + " before they are gone.",
                "Close what is still connected to it, and check again in a moment."));
  }

  private static boolean isUnasked(long pid) {
    return ProcessHandle.of(pid).isPresent() && !RunningPrograms.runs(pid);
  }

  private Explanation withoutRemains() {
    Mend start = new Mend().start(side.folder());
    return Diagnosis.first(() -> dash(start), () -> lastWords().map(words -> unknown(words, start)))
        .orElseGet(() ->
            side.data().pidFile().isPresent()
                ? new Explanation(
                    "server-killed",
                    "The "
                        + side.name()
                        + " is stopped, and left a stale postmaster.pid: it was killed, or"
                        + " the machine went down.",
                    start.as("Start it; it recovers from its WAL by itself."))
                : new Explanation(
                    "server-stopped",
                    "The " + side.name() + " is stopped.",
                    start.as("Start it.")));
  }

  /** An option for the server, pasted from a slide or a text; the server ends before its log. */
  private Optional<Explanation> dash(Mend start) {
    return Optional.of(log.lines().reversed())
        .flatMap(lines -> lines.stream().filter(line -> line.startsWith("postgres: ")).findFirst())
        .filter(line -> DASH.matcher(line).find())
        .map(line ->
            new Explanation(
                "dash-for-hyphen",
                "The "
                    + side.name()
                    + " was given an option that begins with a dash as word processors make it,"
                    + " and not with a hyphen, so it did not start: "
                    + line,
                start.as("Start it, with the hyphen of the keyboard before each option.")));
  }

  /** The complaint with which it ended, unless somebody has stopped it. */
  private Optional<String> lastWords() {
    return log.says("received (smart|fast|immediate) shutdown request")
        ? Optional.empty()
        : log.lines().reversed().stream()
            .filter(line -> FATAL.matcher(line).find())
            .filter(line -> !STATE_WOULD_SHOW.matcher(line).find())
            .findFirst();
  }

  private Explanation unknown(String words, Mend start) {
    List<String> lines = log.lines();
    int from = Math.max(0, Math.min(lines.indexOf(words), lines.size() - QUOTED_LINES));
    return new Explanation(
        "unknown",
        "The "
            + side.name()
            + " is stopped, and the lab does not know why. Its log ends with the"
            + " server's own words: "
            + String.join("\n", lines.subList(from, Math.min(lines.size(), from + QUOTED_LINES))),
        start.as(
            "Look the message up in PostgreSQL's manual, mend what it names, and start the"
                + " server; the log is "
                + log.file()
                + "."));
  }
}
