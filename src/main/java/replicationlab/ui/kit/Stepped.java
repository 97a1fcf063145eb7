package replicationlab.ui.kit;

/** Something on a slide that happens in steps, such as a diagram; keys step through it first. */
public interface Stepped {

  /** Shows the next step; false when there is none, and the keys mean the next slide. */
  boolean forward();

  /** Takes the last step back; false when there is none. */
  boolean backward();
}
