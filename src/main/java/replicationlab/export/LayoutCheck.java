package replicationlab.export;

import java.util.List;
import replicationlab.course.OpenedDeck;
import replicationlab.deck.Problem;

/** Finds the slides of which an audience would not see all at once, or not as large as usual. */
@FunctionalInterface
public interface LayoutCheck {

  /**
   * What there is to say of slides that are full.
   *
   * @param problems slides that must be scrolled, or whose code a room cannot read
   * @param notes slides whose text is smaller than usual and can be read even so
   */
  record Fullness(List<Problem> problems, List<Problem> notes) {

    /** Nothing: every slide has the room that it needs. */
    public static final Fullness NONE = new Fullness(List.of(), List.of());

    public Fullness {
      problems = List.copyOf(problems);
      notes = List.copyOf(notes);
    }
  }

  /**
   * One problem or one note for each such slide; not on JavaFX's thread, which it needs for the
   * layout.
   *
   * @throws ExportFailed with one sentence that says why the layout could not be checked
   */
  Fullness of(OpenedDeck deck) throws ExportFailed;
}
