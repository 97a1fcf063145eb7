package replicationlab.ui.files;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;
import replicationlab.ui.kit.Theme;

/** What could be typed here, under the caret; keys go on to the text except those that choose. */
final class CompletionPopup {

  private static final int ROWS = 9;
  private static final double ROW_HEIGHT = 24;

  private final Popup popup = new Popup();
  private final ListView<Completion> list = new ListView<>();
  private final Label about = new Label();
  private final Node owner;
  private final Consumer<Completion> chosen;

  CompletionPopup(Node owner, Consumer<Completion> chosen) {
    this.owner = owner;
    this.chosen = chosen;
    list.setId("completions");
    list.setFixedCellSize(ROW_HEIGHT);
    list.setFocusTraversable(false);
    list.setCellFactory(view -> new Cell());
    list.setOnMouseClicked(event -> take());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((property, was, is) -> about.setText(is == null ? "" : is.about()));
    about.setWrapText(true);
    about.setMinHeight(Label.USE_PREF_SIZE);
    about.getStyleClass().add("about");
    VBox box = new VBox(list, about);
    box.getStyleClass().add("completion");
    popup.getContent().add(box);
    popup.setAutoHide(true);
  }

  boolean isShowing() {
    return popup.isShowing();
  }

  /** Shows what is possible, or nothing if that is nothing. */
  void show(List<Completion> possible, @Nullable Bounds caret) {
    if (possible.isEmpty() || caret == null || owner.getScene() == null) {
      popup.hide();
      return;
    }
    list.getItems().setAll(possible);
    list.setPrefHeight(Math.min(ROWS, possible.size()) * ROW_HEIGHT + 4);
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
    VBox box = (VBox) popup.getContent().getFirst();
    box.getStylesheets().setAll(owner.getScene().getStylesheets());
    box.getStylesheets().addAll(Theme.sheet(FilesView.class, "files.css"));
    popup.show(owner, caret.getMinX(), caret.getMaxY() + 2);
  }

  void hide() {
    popup.hide();
  }

  /** Answers whether the key was for the list. */
  boolean key(KeyEvent event) {
    if (!popup.isShowing()) {
      return false;
    }
    KeyCode code = event.getCode();
    int at = list.getSelectionModel().getSelectedIndex();
    switch (code) {
      case DOWN -> move(at + 1);
      case UP -> move(at - 1);
      case PAGE_DOWN -> move(at + ROWS);
      case PAGE_UP -> move(at - ROWS);
      case ENTER, TAB -> take();
      case ESCAPE -> popup.hide();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void move(int to) {
    int index = Math.clamp(to, 0, list.getItems().size() - 1);
    list.getSelectionModel().clearAndSelect(index);
    list.scrollTo(Math.max(0, index - ROWS / 2));
  }

  private void take() {
    Completion completion = list.getSelectionModel().getSelectedItem();
    popup.hide();
    if (completion != null) {
      chosen.accept(completion);
    }
  }

  private static final class Cell extends ListCell<Completion> {
    private final Label name = new Label();
    private final Label hint = new Label();
    private final HBox row = new HBox(name, hint);

    Cell() {
      name.getStyleClass().add("name");
      name.setMinWidth(Label.USE_PREF_SIZE);
      hint.getStyleClass().add("hint");
      HBox.setHgrow(hint, Priority.ALWAYS);
      row.getStyleClass().add("completion-row");
      row.setMaxWidth(430);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Completion item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
      } else {
        name.setText(item.text());
        hint.setText(item.hint());
        setGraphic(row);
      }
    }
  }
}
