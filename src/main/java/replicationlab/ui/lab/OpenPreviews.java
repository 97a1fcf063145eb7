package replicationlab.ui.lab;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import replicationlab.lab.Step;
import replicationlab.run.GuidedLab;
import replicationlab.run.Preview;

/** What the open step will do, read off JavaFX's thread and told on it. */
final class OpenPreviews {

  private final GuidedLab lab;
  private final Executor background;
  private final Executor fx;
  private final ReadOnlyObjectWrapper<List<Preview>> previews =
      new ReadOnlyObjectWrapper<>(this, "previews", List.of());

  OpenPreviews(GuidedLab lab, Executor background, Executor fx) {
    this.lab = lab;
    this.background = background;
    this.fx = fx;
  }

  ReadOnlyObjectProperty<List<Preview>> property() {
    return previews.getReadOnlyProperty();
  }

  void clear() {
    previews.set(List.of());
  }

  /** Reads a step's, unless another is open by then. */
  void load(Step step, Predicate<Step> stillOpen) {
    background.execute(() -> {
      List<Preview> found = lab.previews(step);
      fx.execute(() -> {
        if (stillOpen.test(step)) {
          previews.set(found);
        }
      });
    });
  }
}
