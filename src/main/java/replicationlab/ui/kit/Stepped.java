package replicationlab.ui.kit;

import javafx.beans.property.ReadOnlyIntegerProperty;

/** Something on a slide that is shown step by step, such as a diagram; 0 is how it opens. */
public interface Stepped {

  /** How many steps it has; 0 when it never changes. */
  int steps();

  /** Shows a step, from wherever it is; one out of range counts as the nearest. */
  void showStep(int step);

  /** The step that is shown; it also changes when the user steps in the thing itself. */
  ReadOnlyIntegerProperty stepProperty();
}
