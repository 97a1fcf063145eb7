package replicationlab.ui.lab;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import replicationlab.checkpoint.Checkpoint;
import replicationlab.lab.Step;
import replicationlab.run.GuidedLab;

/** The states of a lab that one can go back to, read off JavaFX's thread and told on it. */
record StatesKept(GuidedLab lab, Executor background, Executor fx) {

  /** Gives them, the oldest first, as soon as they are known. */
  void load(Consumer<List<Checkpoint>> then) {
    background.execute(() -> {
      List<Checkpoint> found = lab.checkpoints();
      fx.execute(() -> then.accept(found));
    });
  }

  /** A step's title; the name itself if the lab has no such step any more. */
  String titleOf(String step) {
    return lab.lab().steps().stream()
        .filter(each -> each.id().equals(step))
        .map(Step::title)
        .findFirst()
        .orElse(step);
  }
}
