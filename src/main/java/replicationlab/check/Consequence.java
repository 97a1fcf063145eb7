package replicationlab.check;

import java.util.Set;
import replicationlab.postgres.cluster.DataDirectory;

/**
 * Whether what a row of the proof found may be nothing but the consequence of what an earlier one
 * found. A mistake that is made out by itself is told by itself, wherever it cannot be one.
 */
final class Consequence {

  /** What a standby is silent for while its primary is not as it should be. */
  private static final Set<String> OF_THE_PRIMARY =
      Set.of("", "port-taken", "server-stopped", "primary-in-recovery");

  /** Why a row is not written or does not come, whatever is wrong with the stream. */
  private static final Set<String> APART_FROM_THE_STREAM =
      Set.of("primary-read-only", "synchronous-standby-absent", "replay-paused", "apply-delay");

  private Consequence() {}

  static boolean mayBe(CheckResult found, CheckResult first, LabSystem system) {
    String mistake = found.mistake();
    if (mistake.equals(first.mistake())) {
      return true;
    }
    if (mistake.equals("primary-read-only") && first.name().equals("primary-writes")) {
      // A server in recovery refuses with the same words.
      return true;
    }
    return switch (found.name()) {
      case "standby-answers" ->
          new DataDirectory(system.standby().data()).holdsCluster()
              && OF_THE_PRIMARY.contains(mistake);
      case "backup-label" -> mistake.isEmpty();
      case "replay-runs", "row-arrives" -> !APART_FROM_THE_STREAM.contains(mistake);
      case "streamtest" -> !mistake.equals("streamtest-missing");
      default -> true;
    };
  }
}
