package replicationlab.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import replicationlab.ui.Looks;

/** News pass by themselves; questions name what each button does, and Enter does no harm. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class MessagesTest {

  private static final List<String> VERBS = List.of("Stop them and quit", "Quit, let them run");

  private Stage window;
  private Messages messages;

  @Start
  void start(Stage stage) {
    window = stage;
    messages = new Messages(() -> window);
    Scene scene =
        new Scene(
            new StackPane(
                new EmptyState(Icons.LAB, "This deck has no lab.", "Open the course", () -> {})),
            900,
            500);
    Theme.LIGHT.install();
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
  }

  private CompletableFuture<Optional<String>> ask() {
    CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
    Platform.runLater(() ->
        answer.complete(
            messages.choose(
                "Two servers are running",
                "The primary and the standby go on running unless you stop them. Opening the"
                    + " lab again finds them.",
                "Stay",
                VERBS)));
    WaitForAsyncUtils.waitForFxEvents();
    return answer;
  }

  @Test
  void theSafeAnswerIsWhatEnterMeans(FxRobot robot) {
    CompletableFuture<Optional<String>> answer = ask();
    Node stay = robot.lookup("Stay").lookup(".button").query();
    assertThat(((Button) stay).isDefaultButton()).isTrue();
    Looks.inBothThemes(stay.getScene(), "kit-question");
    robot.type(KeyCode.ENTER);
    assertThat(answer).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(Optional.empty());
  }

  @Test
  void aDialogLiesOverTheMiddleOfItsWindowAndItsTitleOnTheScreen() {
    Rectangle2D screen = new Rectangle2D(0, 24, 1280, 776);
    Rectangle2D window = new Rectangle2D(200, 100, 800, 600);
    assertThat(Messages.middle(window, 400, 200, screen)).isEqualTo(new Point2D(400, 300));
    assertThat(Messages.middle(new Rectangle2D(0, 0, 500, 100), 600, 300, screen))
        .isEqualTo(new Point2D(0, 24));
    assertThat(Messages.middle(new Rectangle2D(1100, 700, 300, 200), 400, 200, screen))
        .isEqualTo(new Point2D(880, 600));
    assertThat(Messages.middle(window, Double.NaN, 200, screen)).as("not known yet").isNull();
    assertThat(Messages.middle(window, 0, 0, screen)).as("not known yet").isNull();
  }

  @Test
  void aVerbIsAnsweredByTheVerb(FxRobot robot) {
    CompletableFuture<Optional<String>> answer = ask();
    robot.clickOn("Stop them and quit");
    assertThat(answer)
        .succeedsWithin(Duration.ofSeconds(5))
        .isEqualTo(Optional.of("Stop them and quit"));
  }

  @Test
  void newsShowInAnyThemeAndCanBeToldFromAnyThread(FxRobot robot) {
    WaitForAsyncUtils.waitForAsyncFx(5_000, Theme.DARK::install);
    messages.warn(
        "Your settings could not be read, so the usual ones are used; the old file is kept beside"
            + " it.");
    await()
        .until(() ->
            robot.lookup(".notification-words").tryQuery().map(Node::isVisible).orElse(false));
    // It unrolls; and only when all of it is there, all of its words are.
    Region pane = robot.lookup(".notification-bar > .pane").query();
    Region words = robot.lookup(".notification-words").query();
    await().until(() -> pane.getHeight() > words.getHeight() && words.getHeight() > 40);
    Window popup = robot.lookup(".notification-words").query().getScene().getWindow();
    Looks.inBothThemes(popup.getScene(), "kit-news");
    Looks.inBothThemes(window.getScene(), "kit-empty");
    messages.tell("The servers have been stopped.");
    await().until(() -> robot.lookup(".notification-words").queryAll().size() == 2);
  }

  @Test
  void whatIsSaidBeforeTheWindowShowsIsShownWithIt(FxRobot robot) {
    robot.interact(window::hide);
    messages.warn("Your settings could not be read.");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup(".notification-words").queryAll()).isEmpty();
    robot.interact(window::show);
    await().until(() -> robot.lookup(".notification-words").queryAll().size() == 1);
  }
}
