package replicationlab.ui.evidence;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import replicationlab.evidence.Dates;
import replicationlab.evidence.StepRecord;
import replicationlab.evidence.StepRecord.How;
import replicationlab.evidence.StepRecord.State;
import replicationlab.ui.kit.Icons;

/** How a student's step looks: a picture and a style of its own, so that colour is never alone. */
enum StepSign {
  SOLVED(Icons.PASSED, "solved"),
  ASSISTED(Icons.ASSISTED, "passed with help"),
  SKIPPED(Icons.SKIPPED, "skipped"),
  FAILED(Icons.FAILED, "failed"),
  UNDETERMINED(Icons.UNDETERMINED, "could not check"),
  OPEN(Icons.READY, "next to do"),
  NOT_REACHED(null, "not reached");

  final @Nullable Icons icon;
  final String words;

  StepSign(@Nullable Icons icon, String words) {
    this.icon = icon;
    this.words = words;
  }

  static StepSign of(StepRecord step) {
    return switch (step.state()) {
      case PASSED ->
          step.how() == How.SKIPPED ? SKIPPED : step.how() == How.ASSISTED ? ASSISTED : SOLVED;
      case FAILED -> FAILED;
      case UNDETERMINED -> UNDETERMINED;
      case OPEN -> OPEN;
      case NOT_REACHED -> NOT_REACHED;
    };
  }

  String style() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All there is to know of a cell, for its tooltip and for a screen reader. */
  static String tell(StepRecord step) {
    String words = step.number() + "  " + step.title() + ": " + of(step).words;
    if (step.state() == State.NOT_REACHED && step.attempts() == 0) {
      return words;
    }
    return words
        + "\n"
        + counted(step.attempts(), "attempt")
        + ", "
        + step.failures()
        + " failed, "
        + Dates.lasting(step.seconds())
        + (step.hints() == 0 ? "" : ", " + counted(step.hints(), "hint"))
        + (step.ownWay() ? ", done without Run" : "");
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
