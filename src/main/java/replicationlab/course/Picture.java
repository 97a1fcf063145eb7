package replicationlab.course;

import java.nio.file.Path;
import replicationlab.diagram.Diagram;

/** What a slide's picture turns out to be. */
public sealed interface Picture {

  /** An image file beside the deck. */
  record Image(Path file) implements Picture {}

  /** A diagram of ours. */
  record Drawn(Path file, Diagram diagram) implements Picture {}

  /** Neither is there. */
  record Missing(String target) implements Picture {}
}
