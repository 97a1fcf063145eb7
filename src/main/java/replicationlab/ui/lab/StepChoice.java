package replicationlab.ui.lab;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import replicationlab.run.StepState;
import replicationlab.run.StepState.Status;

/** Which step to open, by its index. */
record StepChoice(List<StepState> states) {

  Optional<Integer> named(String id) {
    return first(state -> state.step().id().equals(id));
  }

  /** The first that has not passed. */
  Optional<Integer> next() {
    return first(StepChoice::isToDo);
  }

  /** The first to do, if the open step can be done no more because somebody has gone back. */
  Optional<Integer> afterGoingBack(@Nullable StepState before, @Nullable StepState now) {
    boolean undone =
        before != null
            && now != null
            && before.step().equals(now.step())
            && before.status() == Status.PASSED
            && now.status() == Status.WAITING;
    return undone ? next() : Optional.empty();
  }

  /** The first after a step that has not passed. */
  Optional<Integer> nextAfter(int index) {
    return where(StepChoice::isToDo).stream().filter(next -> next > index).findFirst();
  }

  /** The first that belongs to a slide and has not passed, else the first that does. */
  Optional<Integer> ofSlide(int slide) {
    return first(state -> state.step().slide() == slide && isToDo(state))
        .or(() -> first(state -> state.step().slide() == slide));
  }

  private static boolean isToDo(StepState state) {
    return state.status() != Status.PASSED;
  }

  private Optional<Integer> first(Predicate<StepState> condition) {
    return where(condition).stream().findFirst();
  }

  private List<Integer> where(Predicate<StepState> condition) {
    return IntStream.range(0, states.size())
        .filter(index -> condition.test(states.get(index)))
        .boxed()
        .toList();
  }
}
