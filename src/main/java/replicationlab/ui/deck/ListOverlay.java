package replicationlab.ui.deck;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.Icons;

/**
 * A field to type into and a list of what matches, for an overlay. The field keeps the keyboard;
 * arrows choose in the list, Enter and a click take what is chosen.
 *
 * @param <T> what is listed
 */
final class ListOverlay<T> extends Overlay {

  /** What is listed and how. */
  record Kind<T>(
      Icons icon,
      String name,
      String prompt,
      String nothing,
      Function<String, List<T>> find,
      Supplier<ListCell<T>> cell) {}

  private final Kind<T> kind;
  private final Executor background;
  private final TextField field;
  private final ListView<T> list = new ListView<>();
  private final Label none = new Label();
  private final Consumer<T> take;
  private int asked;

  /**
   * An overlay that has not been asked for anything.
   *
   * @param background where matches are looked for
   * @param take gets what was chosen; the overlay is closed before
   */
  ListOverlay(Kind<T> kind, Executor background, Consumer<T> take, Runnable close) {
    TextField typed = new TextField();
    super(kind.icon(), kind.name(), typed, close);
    this.kind = kind;
    this.background = background;
    this.field = typed;
    this.take =
        chosen -> {
          close.run();
          take.accept(chosen);
        };
    getStyleClass().add("list-overlay");
    field.setPromptText(kind.prompt());
    field.setAccessibleText(kind.name());
    field.textProperty().subscribe(this::ask);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    inHeader(field);
    list.setCellFactory(_ -> kind.cell().get());
    list.setFocusTraversable(false);
    list.setAccessibleText(kind.name());
    list.setPlaceholder(none);
    list.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY) {
        takeChosen();
      }
    });
    setCenter(list);
  }

  /** Only the newest answer counts: a long search must not overtake a short one. */
  private void ask(String words) {
    int question = ++asked;
    background.execute(() -> {
      List<T> found = kind.find().apply(words.strip());
      FxThread.run(() -> {
        if (question == asked) {
          show(words, found);
        }
      });
    });
  }

  private void show(String words, List<T> found) {
    none.setText(words.isBlank() ? kind.prompt() : kind.nothing());
    list.getItems().setAll(found);
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
  }

  private void press(KeyEvent event) {
    int page = Math.max(1, (int) (list.getHeight() / 60));
    switch (event.getCode()) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case PAGE_DOWN -> move(page);
      case PAGE_UP -> move(-page);
      case ENTER -> takeChosen();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int by) {
    int last = list.getItems().size() - 1;
    if (last >= 0) {
      int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, last);
      list.getSelectionModel().select(next);
      list.scrollTo(Math.max(0, next - 2));
    }
  }

  private void takeChosen() {
    T chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      take.accept(chosen);
    }
  }
}
