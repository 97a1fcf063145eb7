package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The menus' keys, wherever a keyboard has their signs. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ShellMenuTest {

  private final List<String> asked = new ArrayList<>();
  private final ShellActions actions =
      (ShellActions)
          Proxy.newProxyInstance(
              ShellActions.class.getClassLoader(),
              new Class<?>[] {ShellActions.class},
              (_, method, given) -> {
                if (method.getName().equals("scaleText")) {
                  double factor = (double) given[0];
                  asked.add(factor == 0 ? "usual" : factor > 1 ? "bigger" : "smaller");
                }
                return null;
              });

  private static final KeyEvent PLUS =
      new KeyEvent(
          KeyEvent.KEY_PRESSED,
          KeyEvent.CHAR_UNDEFINED,
          "+",
          KeyCode.PLUS,
          false,
          true,
          false,
          false);

  @SuppressWarnings("NullAway.Init")
  private Button elsewhere;

  @Start
  void start(Stage stage) {
    elsewhere = new Button("Has the keyboard");
    stage.setScene(new Scene(new VBox(new ShellMenu(actions), elsewhere), 400, 200));
    stage.show();
    elsewhere.requestFocus();
  }

  @Test
  void theTextIsScaledWithTheSignsOfAnyKeyboard(FxRobot robot) {
    press(robot, KeyCode.EQUALS, KeyCode.ADD);
    assertThat(asked).containsExactly("bigger", "bigger");
    asked.clear();
    robot.interact(() -> Event.fireEvent(elsewhere, PLUS));
    assertThat(asked).as("which is no key of its own on every keyboard").containsExactly("bigger");
    asked.clear();
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.EQUALS);
    robot.release(KeyCode.EQUALS, KeyCode.SHIFT, KeyCode.CONTROL);
    assertThat(asked).as("as a US keyboard has the plus").containsExactly("bigger");
    asked.clear();
    press(robot, KeyCode.MINUS, KeyCode.SUBTRACT);
    assertThat(asked).containsExactly("smaller", "smaller");
    asked.clear();
    press(robot, KeyCode.DIGIT0);
    assertThat(asked).containsExactly("usual");
  }

  @Test
  void thePartsAreCalledAsTheyCallThemselves() {
    List<String> names =
        new ShellMenu(actions)
            .getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(CheckMenuItem.class::isInstance)
                .map(item -> item.getText().replace("_", ""))
                .toList();
    assertThat(names).contains("Course", "Lab", "Checker", "Console");
  }

  private static void press(FxRobot robot, KeyCode... keys) {
    for (KeyCode key : keys) {
      robot.press(KeyCode.CONTROL, key).release(key, KeyCode.CONTROL);
    }
  }
}
