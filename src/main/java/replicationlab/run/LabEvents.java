package replicationlab.run;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Those who follow a lab, and what they are told. */
final class LabEvents {

  private final List<Consumer<LabEvent>> listeners = new CopyOnWriteArrayList<>();

  GuidedLab.Subscription subscribe(Consumer<LabEvent> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** One at a time: those who listen write it down, or to the screen. */
  synchronized void tell(LabEvent event) {
    listeners.forEach(listener -> listener.accept(event));
  }

  /** What the person should know of a step; of none if its name is empty. */
  void note(String step, String words) {
    tell(new LabEvent.Note(step, words));
  }

  void changed(StepState state) {
    tell(new LabEvent.StepChanged(state.step().id(), state));
  }
}
