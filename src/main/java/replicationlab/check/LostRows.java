package replicationlab.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why a row does not arrive although the stream stands. */
final class LostRows {

  private static final String BEGINS = "started streaming WAL";
  private static final Pattern ENDS =
      Pattern.compile(
          "replication terminated by|terminating walreceiver|could not (receive|send)"
              + "|server closed the connection|received (smart|fast|immediate) shutdown");
  private static final Pattern UNFIT =
      Pattern.compile(
          "incorrect prev-link|invalid magic number|unexpected pageaddr|contrecord"
              + "|invalid resource manager|invalid record length|record with invalid",
          Pattern.CASE_INSENSITIVE);

  private final Scene scene;

  LostRows(Scene scene) {
    this.scene = scene;
  }

  Explanation why() {
    return find()
        .orElseGet(() ->
            Explanation.of(
                "The row was committed on the primary and did not come to the standby in time.",
                "The first row above that did not pass says why; if all did, check again."));
  }

  Optional<Explanation> find() {
    return Diagnosis.first(this::delayed, () -> new LostStream(scene).ahead(), this::parted);
  }

  /** With the standby's own words, if it complains of anything since it streams. */
  Explanation unknown() {
    return Explanation.of(
        "The row was committed on the primary and did not come to the standby in time, and the"
            + " checker does not know why."
            + scene
                .standby
                .log()
                .sinceFirst(BEGINS)
                .complaint()
                .map(line -> " The standby's log says: " + line)
                .orElse(" The standby's log complains of nothing."),
        "Check again in a moment: a standby that is busy catches up by itself.");
  }

  private Optional<Explanation> delayed() {
    Optional<String> delay =
        scene
            .recoverySetting("recovery_min_apply_delay")
            .filter(value -> !value.matches("0[a-z]*|"));
    return delay.map(value ->
        new Explanation(
            "apply-delay",
            "The row came to the standby and is held back there: recovery_min_apply_delay is "
                + value
                + ".",
            scene
                .setRecovery("recovery_min_apply_delay", "0")
                .restart("data2")
                .as("Take the delay away and restart the standby.")));
  }

  /** The stream stands, but what it brings does not continue what was replayed. */
  Optional<Explanation> parted() {
    ServerLog log = scene.standby.log().sinceFirst(BEGINS);
    return Diagnosis.when(
        log.says("forked off") || bringsWhatDoesNotFit(scene.standby.log().lines()),
        () -> {
          Explanation parted = LostStream.parted(scene);
          return new Explanation(
              parted.id(),
              "The row was committed on the primary and did not come to the standby. "
                  + parted.cause(),
              parted.remedy());
        });
  }

  /**
   * Whether WAL that was just streamed was found unfit. When a stream has ended, the server looks
   * for more in its own files and says of their end what it would say of unfit WAL.
   */
  static boolean bringsWhatDoesNotFit(List<String> log) {
    boolean streams = false;
    for (String line : log) {
      if (line.contains(BEGINS)) {
        streams = true;
      } else if (ENDS.matcher(line).find()) {
        streams = false;
      } else if (streams && UNFIT.matcher(line).find()) {
        return true;
      }
    }
    return false;
  }

  /** Why replay stands still. */
  Explanation paused() {
    return new SilentServer(scene, scene.standby)
        .lowerSetting()
        .orElseGet(() ->
            new Explanation(
                "replay-paused",
                "Somebody has paused replay: the WAL arrives, but its rows do not show.",
                new Mend()
                    .sql(5433, "SELECT " + scene.system.wal().resumeReplay())
                    .as("Let it go on.")));
  }
}
