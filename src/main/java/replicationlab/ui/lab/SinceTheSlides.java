package replicationlab.ui.lab;

import java.util.List;
import replicationlab.course.Change;
import replicationlab.course.Changes;
import replicationlab.lab.Step;

/** Steps as their slides had them, as of 9.0, and as they are on the chosen PostgreSQL. */
public final class SinceTheSlides {

  private final int major;
  private Changes changes = new Changes(List.of());

  SinceTheSlides(int major) {
    this.major = major;
  }

  /**
   * Takes what has changed since the slides were written, so that steps can say why they differ.
   */
  public void explain(Changes newChanges) {
    changes = newChanges;
  }

  /** What the slides have in the place of a step's actions, where that differs. */
  List<String> slideLines(Step step) {
    return step.slideLinesFor(major);
  }

  /** What a step has in the place of its slide's lines, on the chosen PostgreSQL. */
  String linesNow(Step step) {
    return step.insteadOfSlideLines(major);
  }

  /** What people call the chosen major version: "18" or "9.6". */
  String majorName() {
    return major == 9 ? "9.6" : Integer.toString(major);
  }

  /** What has changed of a slide's lines, up to the chosen PostgreSQL. */
  List<Change> changesIn(String slideLines) {
    return changes.in(slideLines, major);
  }
}
