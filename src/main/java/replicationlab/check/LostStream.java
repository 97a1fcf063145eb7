package replicationlab.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Why a standby does not stream from the primary. */
final class LostStream {

  /** Complaints about what the state shows to be right by now. */
  private static final Pattern PASSING =
      Pattern.compile(
          "Connection refused|terminating|administrator command|starting up"
              + "|shutting down|not yet accepting|could not (receive|send)|pg_hba.conf"
              + "|max_wal_senders|does not exist|must be superuser|permission denied to start"
              + "|replication slot|no password|invalid connection|timeline|recovery is (still )?in"
              + " progress|lock file|streaming replication terminated|server closed|read-only",
          Pattern.CASE_INSENSITIVE);

  /** With which the name of a WAL file begins. */
  private static final int TIMELINE_DIGITS = 8;

  private final Scene scene;

  LostStream(Scene scene) {
    this.scene = scene;
  }

  Explanation why() {
    return Diagnosis.first(this::findByState, this::findInLog).orElseGet(this::unknown);
  }

  /** What files, settings and views show. */
  Optional<Explanation> findByState() {
    return Diagnosis.first(
        () -> new LostConnection(scene).find(),
        () -> new LostAccess(scene).find(),
        this::walRecycled,
        this::ahead);
  }

  /** What only the standby's log can tell, since it last started or streamed. */
  Optional<Explanation> findInLog() {
    ServerLog log = scene.standby.log().since("started streaming WAL");
    return Diagnosis.first(
        () -> Diagnosis.when(log.says("has already been removed"), this::recycled),
        () ->
            Diagnosis.when(
                log.says("system identifier differs"),
                () -> new BrokenFiles(scene, scene.standby).notACopy().orElseGet(this::unknown)),
        () -> minimalInLog(log),
        () ->
            Diagnosis.when(
                log.says(
                    "forked off|not in this server's history|is not a child of|is ahead of the (WAL"
                        + " )?flush position|highest timeline"),
                () -> parted(scene)),
        () -> new LostRows(scene).parted(),
        () ->
            Diagnosis.when(
                log.says("could not translate host name"),
                () -> new LostConnection(scene).wrongHost()),
        () ->
            Diagnosis.when(
                log.says("role \"[^\"]+\" does not exist"),
                () -> new LostConnection(scene).userUnknown()),
        () ->
            Diagnosis.when(
                log.says("could not restore file") && restores(),
                () -> new SilentServer(scene, scene.standby).restoreCommand()),
        () -> new LostConnection(scene).notLoaded());
  }

  private boolean restores() {
    return scene.recoverySetting("restore_command").filter(value -> !value.isBlank()).isPresent();
  }

  /** The file with the WAL that the standby needs next is not there any more. */
  private Optional<Explanation> walRecycled() {
    String receive =
        scene.major() >= 10 ? "pg_last_wal_receive_lsn()" : "pg_last_xlog_receive_location()";
    Optional<String> next =
        scene.standby.ask(
            "SELECT coalesce(" + receive + ", " + scene.system.wal().replayLsn() + ")");
    Optional<String> file =
        next.filter(lsn -> !lsn.isEmpty())
            .flatMap(lsn ->
                scene.primary.ask(
                    "SELECT "
                        + (scene.major() >= 10 ? "pg_walfile_name('" : "pg_xlogfile_name('")
                        + lsn
                        + "') WHERE '"
                        + lsn
                        + "'::pg_lsn < "
                        + scene.system.wal().currentLsn()));
    return Diagnosis.when(file.filter(name -> !hasSegment(name)).isPresent(), this::recycled);
  }

  /** On whatever timeline: the standby may still be on an older one than the primary. */
  private boolean hasSegment(String walFile) {
    String segment = walFile.substring(TIMELINE_DIGITS);
    Path folder = scene.system.primary().data().resolve(scene.walFolder());
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.getFileName().toString().endsWith(segment));
    } catch (IOException e) {
      return true; // nobody knows
    }
  }

  private Explanation recycled() {
    boolean bySize = scene.major() >= 13;
    return new Explanation(
        "wal-recycled",
        "The primary has already recycled WAL that the standby still needs.",
        scene
            .primary
            .set(bySize ? "wal_keep_size" : "wal_keep_segments", bySize ? "800MB" : "50")
            .reload("data")
            .also(FreshCopy.of(scene))
            .as("Keep more WAL on the primary, and make the standby anew from a fresh copy."));
  }

  /** It has replayed what the primary has not written. */
  Optional<Explanation> ahead() {
    Optional<String> here = scene.primary.ask("SELECT " + scene.system.wal().currentLsn());
    return here.flatMap(lsn ->
            scene.standby.ask("SELECT " + scene.system.wal().replayLsn() + " > '" + lsn + "'"))
        .filter("t"::equals)
        .map(yes -> parted(scene));
  }

  static Explanation parted(Scene scene) {
    return new Explanation(
        "history-parted",
        "The standby's history has parted from the primary's: it was once run as a primary and has"
            + " written WAL of its own.",
        FreshCopy.of(scene).as("Make it anew from a fresh copy of the primary."));
  }

  Optional<Explanation> minimalInLog(ServerLog log) {
    return Diagnosis.when(
        log.says("wal_level=minimal|wal_level was not set to"), this::minimalWritten);
  }

  private Explanation minimalWritten() {
    return new Explanation(
        "wal-written-minimal",
        "The primary once ran with wal_level = minimal, and that part of its WAL lacks what a"
            + " standby needs.",
        FreshCopy.of(scene).as("Make the standby anew from a fresh copy, taken since then."));
  }

  private Explanation unknown() {
    ServerLog log = scene.standby.log().since("started streaming WAL|received SIGHUP, reloading");
    return log.complaint()
        .filter(line -> !PASSING.matcher(line).find())
        .map(line ->
            Explanation.of(
                "unknown",
                "No WAL receiver streams, and the lab does not know why. The standby's log has the"
                    + " server's own words: "
                    + line,
                "Look the message up in PostgreSQL's manual; the log is " + log.file() + "."))
        .orElseGet(() ->
            Explanation.of(
                "reconnecting",
                "No WAL receiver streams at this moment, and nothing is seen that keeps it from"
                    + " streaming.",
                "Check again in a moment: a lost connection is tried anew every 5 seconds."));
  }

  static boolean newer(Path file, Optional<String> epochSeconds) {
    try {
      Instant changed = Files.getLastModifiedTime(file).toInstant();
      double seconds = changed.getEpochSecond() + changed.getNano() / 1e9;
      return epochSeconds.isPresent() && seconds > Double.parseDouble(epochSeconds.get());
    } catch (IOException | NumberFormatException e) {
      return false;
    }
  }
}
