package replicationlab.ui.evidence;

import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import replicationlab.evidence.Evidence;
import replicationlab.evidence.Replay;
import replicationlab.evidence.Replay.Moment;

/** One student's lab, moment by moment. Call everything on JavaFX's thread. */
final class ReplayModel {

  /**
   * A moment is seen this long at least, and a pause of the student's lasts no longer than that.
   */
  private static final long SHORTEST_MILLIS = 150;

  private static final long LONGEST_MILLIS = 2_000;

  private final ReadOnlyObjectWrapper<@Nullable Evidence> student =
      new ReadOnlyObjectWrapper<>(this, "student");
  private final ReadOnlyIntegerWrapper position = new ReadOnlyIntegerWrapper(this, "position");
  private Replay replay = new Replay(List.of(), List.of());

  /** Shows a student from the beginning; null for none. */
  void show(@Nullable Evidence evidence) {
    replay = evidence == null ? new Replay(List.of(), List.of()) : Replay.of(evidence);
    position.set(0);
    student.set(evidence);
  }

  Replay replay() {
    return replay;
  }

  List<Moment> moments() {
    return replay.moments();
  }

  /** The moment that is shown; null when there is none. */
  @Nullable Moment now() {
    return moments().isEmpty() ? null : moments().get(position.get());
  }

  void goTo(int index) {
    position.set(Math.clamp(index, 0, Math.max(0, moments().size() - 1)));
  }

  /** Goes on by one; false at the end. */
  boolean forward() {
    int before = position.get();
    goTo(before + 1);
    return position.get() != before;
  }

  void back() {
    goTo(position.get() - 1);
  }

  void toEnd() {
    goTo(moments().size() - 1);
  }

  boolean atEnd() {
    return position.get() >= moments().size() - 1;
  }

  /** How long the present moment is shown at a speed, in milliseconds. */
  long pauseMillis(double speed) {
    if (atEnd()) {
      return SHORTEST_MILLIS;
    }
    Duration gap =
        Duration.between(
            moments().get(position.get()).at(), moments().get(position.get() + 1).at());
    return Math.clamp((long) (gap.toMillis() / speed), SHORTEST_MILLIS, LONGEST_MILLIS);
  }

  ReadOnlyObjectProperty<@Nullable Evidence> studentProperty() {
    return student.getReadOnlyProperty();
  }

  ReadOnlyIntegerProperty positionProperty() {
    return position.getReadOnlyProperty();
  }
}
