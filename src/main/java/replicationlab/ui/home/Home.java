package replicationlab.ui.home;

import java.nio.file.Path;
import java.util.List;

/**
 * What Home has to tell.
 *
 * @param first whether the program was never used before
 * @param deck the title of the open deck; empty while it is being read
 * @param slide the slide that is open, counted from 1
 * @param slideTitle its title; empty when it has none
 * @param labs the course's labs
 * @param recent the decks that were opened last, newest first
 * @param surroundings what the lab runs with
 */
public record Home(
    boolean first,
    String deck,
    int slide,
    int slides,
    String slideTitle,
    List<LabProgress> labs,
    List<Path> recent,
    Surroundings surroundings) {

  public Home {
    labs = List.copyOf(labs);
    recent = List.copyOf(recent);
  }

  /**
   * How far a lab is.
   *
   * @param open whether it is the one that is open; of others it is not known how far they are
   */
  public record LabProgress(String title, int passed, int steps, boolean open) {}

  /** What the lab runs with, in words. */
  public record Surroundings(String workspace, String postgres, String ports) {}
}
