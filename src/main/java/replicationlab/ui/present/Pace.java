package replicationlab.ui.present;

import java.time.Duration;

/**
 * Where the speaker is, beside where the plan wants them to be. Within a slide's own time one is on
 * time.
 *
 * @param ahead how far ahead of the plan; negative when behind it
 * @param remaining of the planned time; negative when it is over
 */
record Pace(boolean planned, Duration ahead, Duration remaining) {

  /** Nobody minds half a minute. */
  private static final Duration ON_TIME = Duration.ofSeconds(30);

  /**
   * @param slide counted from 0
   */
  static Pace of(Plan plan, int slide, Duration elapsed) {
    if (!plan.isThere()) {
      return new Pace(false, Duration.ZERO, Duration.ZERO);
    }
    Duration begins = plan.before(slide);
    Duration ends = plan.before(slide + 1);
    Duration ahead =
        elapsed.compareTo(begins) < 0
            ? begins.minus(elapsed)
            : elapsed.compareTo(ends) > 0 ? ends.minus(elapsed) : Duration.ZERO;
    return new Pace(true, ahead, plan.whole().minus(elapsed));
  }

  boolean late() {
    return ahead.compareTo(ON_TIME.negated()) < 0;
  }

  boolean early() {
    return ahead.compareTo(ON_TIME) > 0;
  }

  /** "on time", "2 min behind", "1 min ahead"; empty without a plan. */
  String words() {
    if (!planned) {
      return "";
    }
    if (!late() && !early()) {
      return "on time";
    }
    long minutes = Math.max(1, Math.round(ahead.abs().toSeconds() / 60.0));
    return minutes + " min " + (late() ? "behind" : "ahead");
  }

  /** "4:05", "1:02:09"; with a minus sign when negative. */
  static String clock(Duration time) {
    Duration size = time.abs();
    String sign = time.isNegative() && size.toSeconds() > 0 ? "\u2212" : "";
    return size.toHours() > 0
        ? "%s%d:%02d:%02d"
            .formatted(sign, size.toHours(), size.toMinutesPart(), size.toSecondsPart())
        : "%s%d:%02d".formatted(sign, size.toMinutesPart(), size.toSecondsPart());
  }
}
