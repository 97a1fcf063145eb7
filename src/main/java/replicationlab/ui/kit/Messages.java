package replicationlab.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.jspecify.annotations.Nullable;

/** What the window says to its user: news that passes, and questions that wait for an answer. */
public final class Messages {

  private static final Duration NEWS = Duration.seconds(5);
  private static final Duration TROUBLE = Duration.seconds(12);

  /** What people read at leisure in a second. */
  private static final double READ_CHARACTERS = 15;

  private final Supplier<@Nullable Window> owner;

  /** Messages over the window that {@code owner} gives; it may be null before it shows. */
  public Messages(Supplier<@Nullable Window> owner) {
    this.owner = owner;
  }

  /** Something good or neutral to know. From any thread. */
  public void tell(String sentence) {
    FxThread.run(() -> notify(Icons.NEWS, "accent", sentence, NEWS));
  }

  /** Something that went wrong, with what to do about it. From any thread. */
  public void warn(String sentence) {
    FxThread.run(() -> notify(Icons.WARNING, "warning", sentence, TROUBLE));
  }

  private void notify(Icons icon, String style, String sentence, Duration time) {
    Window window = owner.get();
    if (window == null) {
      return;
    }
    if (!window.isShowing()) {
      onceShown(window, () -> notify(icon, style, sentence, time));
      return;
    }
    Notifications.create()
        .owner(window)
        .position(Pos.BOTTOM_RIGHT)
        .hideAfter(
            Duration.seconds(Math.max(time.toSeconds(), sentence.length() / READ_CHARACTERS)))
        .graphic(new Words(icon, style, sentence))
        .threshold(3, Notifications.create().owner(window).text("More messages have come."))
        .show();
  }

  /** What is wrong with a file that is read before the window comes up is told when it does. */
  private static void onceShown(Window window, Runnable task) {
    window.addEventHandler(
        WindowEvent.WINDOW_SHOWN,
        new EventHandler<>() {
          @Override
          public void handle(WindowEvent shown) {
            window.removeEventHandler(WindowEvent.WINDOW_SHOWN, this);
            FxThread.later(task);
          }
        });
  }

  /**
   * Asks before something that cannot be undone; call on JavaFX's thread.
   *
   * @param verb what the button says, such as "Delete the lab"; Enter and Esc mean the other one
   * @return whether the user wants it
   */
  public boolean confirm(String title, String words, String verb) {
    return choose(title, words, "Cancel", List.of(verb)).isPresent();
  }

  /**
   * Asks which of several things to do; call on JavaFX's thread.
   *
   * @param safe the verb of doing nothing, which Enter and Esc mean
   * @param verbs what else there is to do
   * @return one of {@code verbs}, or nothing for {@code safe}
   */
  public Optional<String> choose(String title, String words, String safe, List<String> verbs) {
    return choose(Icons.UNDETERMINED, title, words, null, safe, safe, verbs);
  }

  /** Tells of what has been done, and asks what else to do. */
  public Optional<String> report(String title, String words, String safe, List<String> verbs) {
    return choose(Icons.NEWS, title, words, null, safe, safe, verbs);
  }

  /** The same with more than a sentence to look at before the answer. */
  public Optional<String> choose(String title, Node content, String safe, List<String> verbs) {
    return choose(Icons.UNDETERMINED, title, "", content, safe, safe, verbs);
  }

  /** Shows something that went wrong, and asks what to do about it. */
  public Optional<String> remedy(String title, Node content, String safe, List<String> verbs) {
    return choose(Icons.WARNING, title, "", content, safe, safe, verbs);
  }

  /** Asks how to do what a person has just asked for: Enter does it, Esc does nothing. */
  public boolean confirm(String title, Node content, String verb) {
    return choose(Icons.UNDETERMINED, title, "", content, "Cancel", verb, List.of(verb))
        .isPresent();
  }

  private Optional<String> choose(
      Icons icon,
      String title,
      String words,
      @Nullable Node content,
      String safe,
      String usual,
      List<String> verbs) {
    List<ButtonType> types = new ArrayList<>();
    verbs.forEach(verb -> types.add(new ButtonType(verb, ButtonData.OTHER)));
    ButtonType stay = new ButtonType(safe, ButtonData.CANCEL_CLOSE);
    types.add(stay);
    Alert alert = new Alert(Alert.AlertType.CONFIRMATION, words, types.toArray(ButtonType[]::new));
    alert.setTitle(title);
    alert.setHeaderText(title);
    alert.setGraphic(icon.node("dialog-icon", icon == Icons.WARNING ? "warning" : "accent"));
    alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
    if (content != null) {
      alert.getDialogPane().setContent(content);
      alert.setResizable(true);
    }
    for (ButtonType type : types) {
      Button button = (Button) alert.getDialogPane().lookupButton(type);
      button.setDefaultButton(type.getText().equals(usual));
    }
    Buttons.whole(alert.getDialogPane());
    Window window = owner.get();
    if (window != null) {
      alert.initOwner(window);
      alert.getDialogPane().getStylesheets().setAll(window.getScene().getStylesheets());
      alert.getDialogPane().setStyle(window.getScene().getRoot().getStyle());
      centre(alert, window);
    }
    return alert.showAndWait().filter(type -> type != stay).map(ButtonType::getText);
  }

  /** Puts a dialog over the middle of its window once its size is known; not every system does. */
  public static void centre(Dialog<?> dialog, Window window) {
    dialog.setOnShown(event -> {
      place(dialog, window);
      // A window manager may have put it elsewhere, or not have told its size yet.
      FxThread.afterNextFrame(() -> place(dialog, window));
    });
  }

  private static Screen screen(Rectangle2D window) {
    return Screen.getScreensForRectangle(window).stream().findFirst().orElse(Screen.getPrimary());
  }

  private static void place(Dialog<?> dialog, Window window) {
    Rectangle2D own =
        new Rectangle2D(
            window.getX(),
            window.getY(),
            Math.max(1, window.getWidth()),
            Math.max(1, window.getHeight()));
    Point2D at = middle(own, dialog.getWidth(), dialog.getHeight(), screen(own).getVisualBounds());
    if (at != null && dialog.isShowing()) {
      dialog.setX(at.getX());
      dialog.setY(at.getY());
    }
  }

  /**
   * Where a dialog of a size lies over the middle of its window, with its title on the screen; null
   * while something is not known.
   */
  static @Nullable Point2D middle(
      Rectangle2D window, double width, double height, Rectangle2D screen) {
    double x = window.getMinX() + (window.getWidth() - width) / 2;
    double y = window.getMinY() + (window.getHeight() - height) / 2;
    // What is not known is not a number, and so are the sums made of it.
    return Double.isNaN(x) || Double.isNaN(y) || width <= 1 || height <= 1
        ? null
        : new Point2D(
            Math.max(screen.getMinX(), Math.min(x, screen.getMaxX() - width)),
            Math.max(screen.getMinY(), Math.min(y, screen.getMaxY() - height)));
  }

  /**
   * A wrapped sentence of one fixed width. ControlsFX asks for a height without saying for which
   * width, and would be told that of a single line.
   */
  private static final class Words extends VBox {
    private static final double WIDTH = 380;

    Words(Icons icon, String style, String sentence) {
      Label words = new Label(sentence, icon.node(style));
      words.setWrapText(true);
      words.getStyleClass().add("notification-words");
      getChildren().add(words);
      setMinWidth(WIDTH);
      setPrefWidth(WIDTH);
    }

    @Override
    public @Nullable Orientation getContentBias() {
      return null;
    }

    @Override
    protected double computePrefHeight(double width) {
      return super.computePrefHeight(WIDTH);
    }

    @Override
    protected double computeMinHeight(double width) {
      return super.computePrefHeight(WIDTH);
    }
  }
}
