package replicationlab.ui.console;

import java.util.List;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import javafx.event.Event;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import replicationlab.ui.kit.CodeBox;

/**
 * A long list of lines in a monospace font that follows its end, unless the reader has scrolled up.
 * One height for all cells, which the style sheet gives, is what makes it fast.
 */
final class LineList extends ListView<ConsoleLine> {

  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(this, "f", true);
  private boolean scrolling;
  private final ListChangeListener<ConsoleLine> onChange = change -> keepUp();

  LineList(ObservableList<ConsoleLine> lines) {
    super(lines);
    lines.addListener(new WeakListChangeListener<>(onChange));
    heightProperty().addListener((property, was, is) -> keepInView());
    setAccessibleText("Lines");
    getStyleClass().addAll("line-list", "monospace");
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setCellFactory(list -> new LineCell());
    MenuItem copy = new MenuItem("Copy the selected lines");
    copy.setAccelerator(COPY);
    copy.setOnAction(event -> copySelected());
    MenuItem copyAll = new MenuItem("Copy all");
    copyAll.setOnAction(event -> copyAll());
    setContextMenu(new ContextMenu(copy, copyAll));
    // Only what the reader does with scroll bar, wheel or keys says whether to follow.
    addEventFilter(ScrollEvent.SCROLL, this::readerMoves);
    addEventFilter(MouseEvent.MOUSE_DRAGGED, this::readerMoves);
    addEventFilter(MouseEvent.MOUSE_RELEASED, this::readerMoves);
    addEventFilter(KeyEvent.KEY_PRESSED, this::readerMoves);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (COPY.match(event)) {
            copySelected();
            event.consume();
          }
        });
  }

  ReadOnlyBooleanProperty followingProperty() {
    return following.getReadOnlyProperty();
  }

  void follow() {
    following.set(true);
    keepUp();
  }

  /** Shows a line that was searched for. */
  void reveal(int index) {
    following.set(false);
    getSelectionModel().clearAndSelect(index);
    scrollTo(Math.max(0, index - 2));
  }

  void copySelected() {
    List<ConsoleLine> chosen = List.copyOf(getSelectionModel().getSelectedItems());
    // Commands alone are wanted for pasting, so without the prompt.
    boolean commandsOnly =
        chosen.stream().allMatch(line -> line.kind() == ConsoleLine.Kind.COMMAND);
    if (!chosen.isEmpty()) {
      CodeBox.copy(
          chosen.stream()
              .map(line -> commandsOnly ? line.text() : line.shown())
              .collect(Collectors.joining("\n")));
    }
  }

  void copyAll() {
    CodeBox.copy(getItems().stream().map(ConsoleLine::shown).collect(Collectors.joining("\n")));
  }

  private void keepUp() {
    if (following.get() && !scrolling) {
      scrolling = true;
      // Later, because the list's skin hears of the new lines after this listener.
      Platform.runLater(() -> {
        scrolling = false;
        if (following.get() && !getItems().isEmpty()) {
          scrollTo(getItems().size() - 1);
        }
      });
    }
  }

  /** When there is less room, the line that was seen and is spoken of is not the one to go. */
  private void keepInView() {
    int selected = getSelectionModel().getSelectedIndex();
    if (following.get()) {
      keepUp();
    } else if (selected >= 0) {
      Platform.runLater(() -> {
        layout();
        if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow
            && flow.getLastVisibleCell() != null
            && selected < getItems().size()
            && flow.getLastVisibleCell().getIndex() <= selected) {
          flow.scrollTo(selected);
        }
      });
    }
  }

  private void readerMoves(Event event) {
    Platform.runLater(() -> {
      layout();
      if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow
          && flow.getLastVisibleCell() != null) {
        following.set(flow.getLastVisibleCell().getIndex() >= getItems().size() - 1);
      }
    });
  }
}
