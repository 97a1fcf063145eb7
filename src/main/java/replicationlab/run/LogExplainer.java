package replicationlab.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import replicationlab.check.Explanation;
import replicationlab.check.KnownComplaints;
import replicationlab.check.OrdinaryMessages;
import replicationlab.lab.Lab;
import replicationlab.lab.Step;

/**
 * Explains lines of the servers' logs to those who do a lab: what a line means, which step it comes
 * from, and what to do. Knows the checker's catalogue of messages; what is not in it, it says it
 * does not know.
 */
public final class LogExplainer {

  private final Lab lab;
  private final StepTimes times;
  private final int major;

  /**
   * @param major the servers', 9 for 9.6
   * @param times when which step ran; it is told of every event by whoever made it
   */
  public LogExplainer(Lab lab, StepTimes times, int major) {
    this.lab = lab;
    this.times = times;
    this.major = major;
  }

  /** An explanation of a complaint or a hint; empty for any other line. */
  public Optional<LogExplanation> explain(String line) {
    if (!LogExplanation.isComplaint(line)) {
      return Optional.empty();
    }
    Optional<RefusedFiles.Refusal> refused = RefusedFiles.of(line);
    if (refused.isPresent()) {
      return Optional.of(
          new LogExplanation(true, refused.get().sentence(), step(line), refused.get().remedy()));
    }
    Optional<Explanation> known = KnownComplaints.explain(line);
    if (known.isPresent()) {
      return Optional.of(
          new LogExplanation(true, known.get().cause(), step(line), known.get().remedy().words()));
    }
    Optional<String> ordinary = OrdinaryMessages.explain(line);
    if (ordinary.isPresent()) {
      return Optional.of(new LogExplanation(false, ordinary.get(), step(line), ""));
    }
    String unknown =
        line.contains("HINT:")
            ? "This is the server's own advice on the message before it."
            : "This message is not among those that the lab knows; the server's own words are all"
                + " there is.";
    return Optional.of(new LogExplanation(false, unknown, step(line), ""));
  }

  /** What the line speaks of tells the cause, and its time (since 10) when that was noticed. */
  private String step(String line) {
    List<Step> about = StepOfMessage.find(line, lab, major);
    String cause =
        switch (about.size()) {
          case 0 -> "";
          case 1 -> "It has to do with step " + number(about.getFirst()) + ".";
          default ->
              "It has to do with one of these steps: "
                  + about.stream().map(this::number).collect(Collectors.joining("; "))
                  + ".";
        };
    String noticed =
        LogTime.of(line)
            .flatMap(this::stepAt)
            .filter(running -> !about.equals(List.of(running)))
            .map(running -> "It was written while step " + number(running) + ", ran.")
            .orElse("");
    return (cause + " " + noticed).strip();
  }

  private Optional<Step> stepAt(Instant time) {
    return times
        .stepAt(time)
        .flatMap(id -> lab.steps().stream().filter(step -> step.id().equals(id)).findFirst());
  }

  private String number(Step step) {
    List<Step> all = lab.steps();
    return (all.indexOf(step) + 1) + ", " + step.title();
  }
}
