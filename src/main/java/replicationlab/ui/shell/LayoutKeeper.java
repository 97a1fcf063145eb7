package replicationlab.ui.shell;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.util.Duration;
import replicationlab.settings.Settings;
import replicationlab.settings.SettingsStore;

/**
 * Keeps where the window and its parts are as soon as they have come to rest, because a program
 * that is killed has no end at which to do so. The settings' own thread writes them.
 */
final class LayoutKeeper {

  /** With the settings' own moment of rest about a second. */
  private static final Duration REST = Duration.millis(600);

  private final Stage stage;
  private final ShellView shell;
  private final SettingsStore settings;
  private final PauseTransition rest;
  private boolean isPressed;

  LayoutKeeper(Stage stage, ShellView shell, SettingsStore settings) {
    this(stage, shell, settings, REST);
  }

  LayoutKeeper(Stage stage, ShellView shell, SettingsStore settings, Duration rest) {
    this.stage = stage;
    this.shell = shell;
    this.settings = settings;
    this.rest = new PauseTransition(rest);
    this.rest.setOnFinished(_ -> rested());
    for (ObservableValue<?> each :
        List.of(
            stage.xProperty(),
            stage.yProperty(),
            stage.widthProperty(),
            stage.heightProperty(),
            stage.maximizedProperty())) {
      each.addListener((property, was, is) -> changed());
    }
    shell.onChange(this::changed);
    shell.addEventFilter(MouseEvent.ANY, event -> isPressed = event.isPrimaryButtonDown());
  }

  private void changed() {
    rest.playFromStart();
  }

  private void rested() {
    // What somebody draws is not at rest, however long they think about it.
    if (isPressed) {
      changed();
      return;
    }
    // What is presented has the window as nobody wants it back.
    if (stage.isShowing() && !stage.isIconified() && !shell.isPresenting()) {
      settings.update(this::in);
    }
  }

  /** The settings with where the window and its parts are now. */
  Settings in(Settings now) {
    return now.with(shell.current()).with(WindowPlace.of(stage, now.window()));
  }
}
