package replicationlab.course;

import java.nio.file.Path;
import java.util.List;
import replicationlab.diagram.Diagram;
import replicationlab.diagram.DiagramProblem;

/** What a slide's picture turns out to be. */
public sealed interface Picture {

  /** An image file beside the deck. */
  record Image(Path file) implements Picture {}

  /**
   * A diagram of ours.
   *
   * @param diagram as the file has it, or, while that is broken, as it was when last good
   * @param problems what is wrong with the file now
   */
  record Drawn(Path file, Diagram diagram, List<DiagramProblem> problems) implements Picture {
    public Drawn {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Nothing that can be shown.
   *
   * @param why as the rest of a sentence that begins with the picture
   */
  record Missing(String target, String why) implements Picture {

    private static final String NOWHERE = "is not there, and no diagram has its name";

    /** Neither an image nor a diagram is there. */
    static Missing nowhere(String target) {
      return new Missing(target, NOWHERE);
    }

    /** Whether there is neither an image nor a diagram, and not one that cannot be shown. */
    public boolean isNowhere() {
      return why.equals(NOWHERE);
    }
  }
}
