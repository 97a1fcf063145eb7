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

  /** Neither is there. */
  record Missing(String target) implements Picture {}
}
