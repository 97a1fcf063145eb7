package replicationlab.ui.kit;

/** Something on a slide that is shown step by step, such as a diagram. */
public interface Stepped {

  /** Shows the next step; false, and nothing changes, when there is no further step. */
  boolean forward();

  /** Shows the step before; false, and nothing changes, when there is no earlier step. */
  boolean backward();
}
