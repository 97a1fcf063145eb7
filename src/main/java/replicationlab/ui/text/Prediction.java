package replicationlab.ui.text;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import replicationlab.deck.Block;

/**
 * What a person answers to a question before it is seen what happens; one for all views of the
 * question. Use it on the FX thread.
 */
public final class Prediction {

  /** Until when a person can wait for the answer, and what they can do about it. */
  public enum Until {
    /** They read, and ask for it. */
    ASKED_FOR,
    /** Something is run, and shows it; they can leave the question out. */
    RUN
  }

  private final Block.Question question;
  private final Until until;
  private final ObjectProperty<@Nullable Set<Integer>> chosen =
      new SimpleObjectProperty<>(this, "chosen");
  private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
  private final BooleanProperty ran = new SimpleBooleanProperty(this, "ran");

  public Prediction(Block.Question question, Until until) {
    this.question = question;
    this.until = until;
  }

  Until until() {
    return until;
  }

  /**
   * The indexes of the choices that the person thinks right; none when they left the question out,
   * null while it is open.
   */
  public ObjectProperty<@Nullable Set<Integer>> chosenProperty() {
    return chosen;
  }

  /** Whether the answer is to be seen; a slide shows it at its own step. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /**
   * Whether what is asked has just been run: then a slide shows the answer, too, whichever of its
   * steps have been taken.
   */
  public BooleanProperty ranProperty() {
    return ran;
  }

  /** The indexes of what was chosen; none while the question is open. */
  Set<Integer> choices() {
    Set<Integer> now = chosen.get();
    return now == null ? Set.of() : now;
  }

  /** Whether the person has said something, and not left the question out. */
  boolean isMade() {
    return !choices().isEmpty();
  }

  boolean isRight() {
    return choices().equals(question.right());
  }

  /** What was predicted and whether it came so, in a sentence or two. */
  public String told() {
    if (!isMade()) {
      return "You predicted nothing. The answer: " + words(question.right()) + ".";
    }
    return "You predicted: "
        + words(choices())
        + (isRight() ? ". That is right." : ". The answer: " + words(question.right()) + ".");
  }

  private String words(Set<Integer> indexes) {
    return new TreeSet<>(indexes)
        .stream()
            .filter(at -> at < question.choices().size())
            .map(at -> "“" + bare(question.choices().get(at).words().text()) + "”")
            .collect(Collectors.joining(" and "));
  }

  /** A sentence within another has no full stop. */
  private static String bare(String words) {
    return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
  }
}
