package replicationlab.ui.deck;

import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import replicationlab.ui.kit.LateTooltip;

/** Below the slide: back and on, where we are, the notes, and how many problems the deck has. */
final class DeckBar extends HBox {

  private static final double ROOM_FOR_ICON = 40;

  /** Between two of the bar's parts, in pixels. */
  private static final double SPACING = 10;

  /** In sizes of the font; below it words give way. */
  private static final double ROOM_FOR_WORDS = 35.7;

  /** Below this the button for the notes gives up its word. */
  private static final double ROOM_FOR_ALL_WORDS = 43;

  /** Below this the step is left out; a diagram says it too. */
  private static final double ROOM_FOR_STEP = 26;

  /** Below this the slide's number stands without that of all; a screen reader says both. */
  private static final double ROOM_FOR_TOTAL = 14;

  /** Below this of then and now the button alone is there that leads to the other. */
  private static final double ROOM_FOR_BOTH_TIMES = 11.5;

  private static final PseudoClass BRIEF = PseudoClass.getPseudoClass("brief");

  final Button back = named(new Button(), Feather.CORNER_UP_LEFT, "Back to the lab (Ctrl+B)");
  final Button previous = named(new Button(), Feather.CHEVRON_LEFT, "Back (Left)");
  final Button next = named(new Button(), Feather.CHEVRON_RIGHT, "On (Right)");
  final ToggleButton notes = named(new ToggleButton("Notes"), Feather.FILE_TEXT, "Speaker notes");
  final ToggleButton problems =
      named(new ToggleButton(), Feather.ALERT_TRIANGLE, "What is wrong with this deck's file");
  final AsOfButton asOf;
  private final Label number = new Label();
  private final Label step = new Label();
  private final Label typed = new Label();
  private boolean hasSteps;
  private String numberOfAll = "";
  private final ProgressBar progress = new ProgressBar(0);

  /**
   * @param toggleAsOf turns from then to now, or back
   */
  DeckBar(Runnable toggleAsOf) {
    asOf = new AsOfButton(toggleAsOf);
    getStyleClass().add("deck-bar");
    number.setMinWidth(USE_PREF_SIZE);
    number.getStyleClass().add("deck-number");
    step.getStyleClass().addAll("deck-step", "text-muted");
    step.setMinWidth(USE_PREF_SIZE);
    step.managedProperty().bind(step.visibleProperty());
    typed.getStyleClass().add("deck-typed");
    typed.setMinWidth(USE_PREF_SIZE);
    typed.setManaged(false);
    problems.setManaged(false);
    problems.getStyleClass().add("danger");
    progress.setFocusTraversable(false);
    progress.setMaxWidth(Double.MAX_VALUE);
    // In a narrow window these two give way, so that the buttons after them stay in sight.
    progress.setMinWidth(0);
    back.setMinWidth(ROOM_FOR_ICON);
    HBox.setHgrow(progress, Priority.ALWAYS);
    back.managedProperty().bind(back.visibleProperty());
    showBack("");
    setMinWidth(0);
    widthProperty().subscribe(_ -> fit());
    number.fontProperty().subscribe(_ -> fit());
    getChildren()
        .addAll(back, previous, number, next, step, progress, typed, asOf, problems, notes);
  }

  void show(@Nullable Place place, int steps) {
    int count = place == null ? 0 : place.opened().deck().slides().size();
    int index = place == null ? -1 : place.index();
    numberOfAll = (index + 1) + " / " + count;
    step.setText("Step " + (place == null ? 0 : place.step()) + " of " + steps);
    hasSteps = steps > 0;
    fit();
    progress.setProgress(count == 0 ? 0 : (index + 1.0) / count);
    progress.setAccessibleText("Slide " + (index + 1) + " of " + count);
    number.setAccessibleText(progress.getAccessibleText());
    // On the first and the last slide too: a diagram there may have steps.
    previous.setDisable(index < 0);
    next.setDisable(index < 0);
    notes.setDisable(index < 0);
    boolean changed = place != null && !place.opened().changes().all().isEmpty();
    asOf.setVisible(changed);
    asOf.setManaged(changed);
  }

  private void fit() {
    // What comes and goes takes its room from that of the words.
    double taken =
        Stream.of(back, problems, typed)
            .filter(Node::isManaged)
            .mapToDouble(each -> (each.equals(back) ? ROOM_FOR_ICON : each.prefWidth(-1)) + SPACING)
            .sum();
    double sizes = (getWidth() - taken) / number.getFont().getSize();
    setBrief(sizes < ROOM_FOR_WORDS);
    notes.setText(sizes < ROOM_FOR_ALL_WORDS ? "" : "Notes");
    step.setVisible(hasSteps && sizes >= ROOM_FOR_STEP);
    number.setText(sizes < ROOM_FOR_TOTAL ? numberOfAll.split(" ", 2)[0] : numberOfAll);
    asOf.setSingle(sizes < ROOM_FOR_BOTH_TIMES);
  }

  private void setBrief(boolean brief) {
    asOf.setBrief(brief);
    progress.setVisible(!brief);
    progress.setManaged(!brief);
    pseudoClassStateChanged(BRIEF, brief);
  }

  /** Words such as "Back to step 6"; empty hides the button. */
  void showBack(String words) {
    back.setVisible(!words.isEmpty());
    back.setText(words);
    back.setAccessibleText(words);
    LateTooltip.set(back, words + " (Ctrl+B)");
    fit();
  }

  void showProblems(int count) {
    problems.setText(count == 1 ? "1 problem" : count + " problems");
    problems.setVisible(count > 0);
    problems.setManaged(count > 0);
    fit();
  }

  void showTyped(String digits) {
    typed.setText(digits.isEmpty() ? "" : "Slide " + digits + " – press Enter");
    typed.setManaged(!digits.isEmpty());
    fit();
  }

  private static <B extends ButtonBase> B named(B button, Feather icon, String name) {
    button.setGraphic(new FontIcon(icon));
    LateTooltip.set(button, name);
    button.setAccessibleText(name);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }
}
