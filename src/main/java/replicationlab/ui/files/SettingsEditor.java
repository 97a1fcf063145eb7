package replicationlab.ui.files;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.config.ConfigKind;
import replicationlab.postgres.config.ConfigProblem;
import replicationlab.postgres.config.Parameters;

/** One file's text: coloured, with its margin, completion and search. */
final class SettingsEditor extends BorderPane {

  /** A text longer than this is not coloured: typing must stay quick. */
  private static final int COLOURED = 400_000;

  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination COMPLETE =
      new KeyCodeCombination(KeyCode.SPACE, KeyCombination.CONTROL_DOWN);

  private final CodeArea area = new CodeArea();
  private final Gutter gutter = new Gutter(area);
  private final TextFind find = new TextFind(area);
  private final CompletionPopup popup = new CompletionPopup(area, this::complete);
  private final OpenFile file;
  private final Supplier<Parameters> parameters;

  /** While the file's text comes into the editor: nobody types. */
  private boolean filling;

  /** The line to go to when the text comes; 0 for the first. */
  private int wanted;

  SettingsEditor(OpenFile file, Supplier<Parameters> parameters) {
    this.file = file;
    this.parameters = parameters;
    ConfigKind kind = file.choice().kind();
    area.setEditable(kind.readOnlyBecause().isEmpty());
    area.getStyleClass().addAll("settings-area", "monospace");
    area.setAccessibleText(file.choice().name() + "; Esc leaves the text");
    area.setParagraphGraphicFactory(gutter);
    area.setId("settings-text");
    fill(file.textProperty().get());
    file.textProperty().addListener((property, was, is) -> fill(is));
    area.plainTextChanges().subscribe(this::typed);
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    keepCaretInSight();
    file.problemsProperty().addListener((property, was, is) -> showMarks());
    file.comparisonProperty().addListener((property, was, is) -> showMarks());
    showMarks();
    setTop(find);
    setCenter(new StackPane(new VirtualizedScrollPane<>(area)));
    getStyleClass().add("settings-editor");
  }

  CodeArea area() {
    return area;
  }

  /** What is wrong with the line of the caret; null if nothing is. */
  @Nullable ConfigProblem problemHere() {
    return gutter.problem(area.getCurrentParagraph() + 1);
  }

  /** The text of the caret's line. */
  String lineHere() {
    return area.getText(area.getCurrentParagraph());
  }

  void find() {
    find.open();
  }

  /** Puts another text in the place of a line, from 1. */
  void replaceLine(int line, String text) {
    int index = line - 1;
    area.replaceText(index, 0, index, area.getParagraphLength(index), text);
    area.requestFocus();
  }

  /** Shows a line, from 1, and puts the caret there. */
  void goTo(int line) {
    // The file is read on another thread, and may be read only now.
    wanted = area.getLength() == 0 ? line : 0;
    int index = Math.clamp(line - 1, 0, area.getParagraphs().size() - 1);
    area.selectRange(index, 0, index, area.getParagraphLength(index));
    area.showParagraphAtTop(Math.max(0, index - 4));
    // Once more when the text has been laid out: before that it does not know how high it is.
    Platform.runLater(() -> area.showParagraphAtTop(Math.max(0, index - 4)));
    area.requestFocus();
  }

  /** A message below takes room from the text: the line that it is about stays in sight. */
  private void keepCaretInSight() {
    area.heightProperty()
        .subscribe(_ -> {
          if (area.isFocused()) {
            Platform.runLater(area::requestFollowCaret);
          }
        });
  }

  private void fill(String text) {
    if (area.getText().equals(text)) {
      return;
    }
    boolean first = area.getLength() == 0;
    filling = true;
    int caret = area.getCaretPosition();
    boolean sameBefore = area.getText().regionMatches(0, text, 0, caret);
    LineChanges.apply(area, text);
    if (sameBefore) {
      // What comes in just behind the caret, as the last line's end when it is saved, moves it.
      area.moveTo(caret);
    }
    filling = false;
    colour(text);
    if (first) {
      area.moveTo(0);
      area.getUndoManager().forgetHistory();
      area.requestFollowCaret();
    }
    if (first && wanted > 0) {
      goTo(wanted);
    }
  }

  private void colour(String text) {
    if (!text.isEmpty() && text.length() < COLOURED) {
      area.setStyleSpans(0, ConfigColours.of(file.choice().kind(), text));
    }
  }

  private void typed(PlainTextChange change) {
    if (filling) {
      return;
    }
    String text = area.getText();
    colour(text);
    file.textProperty().set(text);
    boolean byHand =
        change.getInserted().matches("[a-z_A-Z]")
            || (change.getRemoved().length() == 1 && popup.isShowing());
    if (byHand && area.isFocused()) {
      // Later: the caret follows the change.
      Platform.runLater(this::offer);
    } else {
      popup.hide();
    }
  }

  private void offer() {
    List<Completion> possible = possible();
    boolean nothingLeft =
        possible.size() == 1 && lineHere().startsWith(possible.getFirst().text().strip());
    popup.show(nothingLeft ? List.of() : possible, area.getCaretBounds().orElse(null));
  }

  private List<Completion> possible() {
    return area.isEditable()
        ? Completion.at(file.choice().kind(), lineHere(), area.getCaretColumn(), parameters.get())
        : List.of();
  }

  private void complete(Completion completion) {
    int index = area.getCurrentParagraph();
    area.replaceText(index, completion.start(), index, completion.end(), completion.text());
  }

  private void key(KeyEvent event) {
    if (popup.key(event)) {
      event.consume();
    } else if (COMPLETE.match(event)) {
      offer();
      event.consume();
    } else if (FIND.match(event)) {
      find.open();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      // Tab is text here, so there has to be another way on to what comes next.
      area.requestFocusTraversal(TraversalDirection.NEXT);
      event.consume();
    }
  }

  private void showMarks() {
    gutter.show(file.comparisonProperty().get(), file.problemsProperty().get());
  }

  /** Calls {@code moved} whenever the caret comes to another line, or the line changes. */
  void onLine(Consumer<String> moved) {
    area.currentParagraphProperty().addListener((property, was, is) -> moved.accept(lineHere()));
    area.plainTextChanges().subscribe(change -> moved.accept(lineHere()));
  }
}
