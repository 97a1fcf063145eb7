package replicationlab.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import replicationlab.evidence.StepRecord.How;
import replicationlab.evidence.StepRecord.State;
import replicationlab.lab.Step;
import replicationlab.progress.Help;
import replicationlab.progress.HowPassed;

/** Adds a journal up to what it says of each step. */
final class Account {

  /** Longer silence is a pause and not work. */
  private static final Duration LONGEST_THOUGHT = Duration.ofMinutes(10);

  private final List<Step> steps;
  private final Set<String> passed = new HashSet<>();
  private final Map<String, Tally> tallies = new HashMap<>();
  private @Nullable Instant before;

  private Account(List<Step> steps) {
    this.steps = steps;
    steps.forEach(step -> tallies.put(step.id(), new Tally()));
  }

  /** One record for each of the lab's steps, in the lab's order. */
  static List<StepRecord> of(List<Step> steps, List<Entry> journal) {
    Account account = new Account(steps);
    journal.forEach(account::take);
    return account.records();
  }

  private void take(Entry entry) {
    if (entry.is("servers")) {
      return; // Servers move while nobody is at the desk.
    }
    if (entry.is("opened")) {
      opened(entry);
    } else {
      spend(entry);
    }
    before = entry.at();
    Tally tally = tallies.get(entry.step());
    if (tally == null) {
      return;
    }
    switch (entry.kind()) {
      case "result" -> result(entry, tally);
      case "undone" -> forget(entry.step());
      case "hint" -> tally.hints++;
      default -> {
        // Commands, outputs and notes change no step's standing.
      }
    }
  }

  /** A new start of the program says which steps it found passed; the others are to do again. */
  private void opened(Entry entry) {
    Set<String> now = new HashSet<>();
    for (JsonNode id : entry.get("passed")) {
      now.add(id.asText());
    }
    List.copyOf(passed).stream().filter(id -> !now.contains(id)).forEach(this::forget);
    passed.addAll(now);
  }

  private void spend(Entry entry) {
    if (before == null) {
      return;
    }
    Duration gap = Duration.between(before, entry.at());
    Tally busy = tallies.get(tried(entry) ? entry.step() : open());
    if (busy != null && !gap.isNegative()) {
      busy.spent = busy.spent.plus(gap.compareTo(LONGEST_THOUGHT) > 0 ? LONGEST_THOUGHT : gap);
    }
  }

  private boolean tried(Entry entry) {
    // What was run from a slide belongs to the step that is open.
    return tallies.containsKey(entry.step()) && !passed.contains(entry.step());
  }

  private void result(Entry entry, Tally tally) {
    State state = state(entry.text("status"));
    if (passed.contains(entry.step())) {
      if (state == State.PASSED) {
        return;
      }
      passed.remove(entry.step());
    } else {
      tally.attempts++;
      tally.failures += state == State.FAILED ? 1 : 0;
    }
    tally.last = state;
    if (state == State.PASSED) {
      passed.add(entry.step());
      tally.ownWay = !entry.get("acted").asBoolean(true);
      tally.how = how(entry);
    }
  }

  private void forget(String step) {
    passed.remove(step);
    Tally tally = tallies.get(step);
    if (tally != null) {
      tally.last = State.OPEN;
    }
  }

  private String open() {
    return steps.stream().map(Step::id).filter(id -> !passed.contains(id)).findFirst().orElse("");
  }

  private List<StepRecord> records() {
    List<StepRecord> records = new ArrayList<>();
    String open = open();
    for (Step step : steps) {
      Tally tally = tallies.getOrDefault(step.id(), new Tally());
      State state =
          passed.contains(step.id())
              ? State.PASSED
              : tally.last != State.OPEN
                  ? tally.last
                  : step.id().equals(open) ? State.OPEN : State.NOT_REACHED;
      records.add(
          new StepRecord(
              records.size() + 1,
              step.id(),
              step.title(),
              state,
              state == State.PASSED ? tally.how : How.NOT_YET,
              tally.ownWay,
              tally.attempts,
              tally.failures,
              tally.spent.toSeconds(),
              tally.hints));
    }
    return records;
  }

  private static How how(Entry result) {
    Help help =
        Arrays.stream(Help.values())
            .filter(each -> each.name().equalsIgnoreCase(result.text("help")))
            .findFirst()
            .orElse(Help.NONE);
    return switch (HowPassed.of(help, result.get("skipped").asBoolean())) {
      case SOLVED -> How.SOLVED;
      case ASSISTED -> How.ASSISTED;
      case SKIPPED -> How.SKIPPED;
    };
  }

  private static State state(String status) {
    return switch (status.toLowerCase(Locale.ROOT)) {
      case "passed" -> State.PASSED;
      case "failed" -> State.FAILED;
      default -> State.UNDETERMINED;
    };
  }

  private static final class Tally {
    private State last = State.OPEN;
    private boolean ownWay;
    private How how = How.NOT_YET;
    private int attempts;
    private int failures;
    private int hints;
    private Duration spent = Duration.ZERO;
  }
}
