package replicationlab.ui.diagram;

import java.util.Locale;
import javafx.css.PseudoClass;

/** What a running cluster that a node stands for is doing now. */
public enum NodeState {
  UNKNOWN,
  RUNNING,
  STREAMING,
  STOPPED,
  FAILED;

  PseudoClass pseudoClass() {
    return PseudoClass.getPseudoClass("live-" + name().toLowerCase(Locale.ROOT));
  }
}
