package replicationlab.ui.shell;

import static javafx.scene.input.KeyCombination.SHIFT_ANY;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.MenuBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * A menu's item has one key, but signs have several places: a plus is typed with Shift on one
 * keyboard and without it on another, and once more beside the digits.
 */
final class MoreKeys {

  private MoreKeys() {}

  /**
   * The keys for the text's size beside those that its items name, for as long as they are here.
   */
  static void forTextSize(MenuBar menu, ShellActions actions) {
    Runnable bigger = () -> actions.scaleText(1.1);
    Runnable smaller = () -> actions.scaleText(1 / 1.1);
    Runnable usual = () -> actions.scaleText(0);
    Map<KeyCombination, Runnable> keys =
        Map.of(
            key(KeyCode.PLUS, SHIFT_DOWN), bigger,
            key(KeyCode.EQUALS, SHIFT_ANY), bigger,
            key(KeyCode.ADD, SHIFT_ANY), bigger,
            key(KeyCode.MINUS, SHIFT_DOWN), smaller,
            key(KeyCode.SUBTRACT, SHIFT_ANY), smaller,
            key(KeyCode.NUMPAD0, SHIFT_ANY), usual);
    menu.sceneProperty()
        .subscribe((was, is) -> {
          remove(was, keys);
          add(is, keys);
        });
  }

  private static KeyCombination key(KeyCode code, Modifier shift) {
    return new KeyCodeCombination(code, SHORTCUT_DOWN, shift);
  }

  private static void remove(@Nullable Scene scene, Map<KeyCombination, Runnable> keys) {
    if (scene != null) {
      keys.keySet().forEach(scene.getAccelerators()::remove);
    }
  }

  private static void add(@Nullable Scene scene, Map<KeyCombination, Runnable> keys) {
    if (scene != null) {
      scene.getAccelerators().putAll(keys);
    }
  }
}
