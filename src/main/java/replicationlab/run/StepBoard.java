package replicationlab.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import replicationlab.lab.Lab;
import replicationlab.lab.Step;
import replicationlab.progress.Help;
import replicationlab.progress.Progress;

/**
 * Where every step stands, and which may be done. A step waits for the first one before it that has
 * not passed.
 */
final class StepBoard {

  private final Map<String, StepState> states = new LinkedHashMap<>();

  /**
   * A board as the steps stood when the program ended last.
   *
   * @param passed those of the passed steps that still are
   * @param before what is remembered of help
   */
  StepBoard(Lab lab, Set<String> passed, Progress before) {
    for (Step step : lab.steps()) {
      StepState state =
          StepState.untouched(step)
              .with(before.helpWith(step.id()), before.skipped().contains(step.id()));
      states.put(
          step.id(), passed.contains(step.id()) ? state.with(StepState.Status.PASSED, "") : state);
    }
    refresh();
  }

  synchronized List<StepState> all() {
    return List.copyOf(states.values());
  }

  synchronized StepState of(Step step) {
    StepState state = states.get(step.id());
    if (state == null) {
      throw new IllegalArgumentException("The lab has no step '" + step.id() + "'.");
    }
    return state;
  }

  /**
   * Takes a step's new state; answers with every step that changed by it. Help is never taken back:
   * a hint may have been read while the step ran.
   */
  synchronized List<StepState> put(StepState state) {
    Map<String, StepState> before = Map.copyOf(states);
    Help given = of(state.step()).help().and(state.help());
    states.put(state.step().id(), state.with(given, state.skipped()));
    refresh();
    List<StepState> changed = new ArrayList<>();
    states.forEach((id, now) -> {
      if (!now.equals(before.get(id))) {
        changed.add(now);
      }
    });
    return changed;
  }

  /** Forgets all but what has passed; answers with every step that changed by it. */
  synchronized List<StepState> restart(Set<String> passed) {
    List<StepState> before = all();
    for (StepState state : before) {
      StepState fresh = StepState.untouched(state.step()).with(state.help(), state.skipped());
      states.put(
          state.step().id(),
          passed.contains(state.step().id()) ? fresh.with(StepState.Status.PASSED, "") : fresh);
    }
    refresh();
    return all().stream().filter(state -> !before.contains(state)).toList();
  }

  private void refresh() {
    String waitsFor = "";
    for (Map.Entry<String, StepState> entry : states.entrySet()) {
      StepState state = entry.getValue();
      if (state.status() == StepState.Status.WAITING || state.status() == StepState.Status.READY) {
        StepState.Status status =
            waitsFor.isEmpty() ? StepState.Status.READY : StepState.Status.WAITING;
        entry.setValue(state.with(status, waitsFor));
      }
      if (state.status() != StepState.Status.PASSED && waitsFor.isEmpty()) {
        waitsFor = state.step().title();
      }
    }
  }
}
