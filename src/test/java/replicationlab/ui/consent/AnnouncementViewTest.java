package replicationlab.ui.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import replicationlab.consent.Announcement;
import replicationlab.lab.Lab;
import replicationlab.run.TestLab;
import replicationlab.ui.Looks;
import replicationlab.ui.kit.Messages;
import replicationlab.ui.kit.Theme;

/** The list can be read to its end, and Enter agrees to nothing. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class AnnouncementViewTest {

  private Messages messages;

  @Start
  void start(Stage stage) {
    messages = new Messages(() -> stage);
    Scene scene = new Scene(new StackPane(), 900, 700);
    Theme.LIGHT.install();
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
  }

  private CompletableFuture<Optional<String>> ask() {
    Lab lab = TestLab.exercise();
    CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
    Platform.runLater(() ->
        answer.complete(
            messages.choose(
                "Run this lesson?",
                new AnnouncementView(
                    "'"
                        + lab.title()
                        + "' did not come with this program, or was changed since. On PostgreSQL"
                        + " 18.6 it would run what stands here. Read it before you agree.",
                    Announcement.of(lab, 18, text -> text)),
                "Do not run it",
                List.of("Agree"))));
    WaitForAsyncUtils.waitForFxEvents();
    return answer;
  }

  @Test
  void enterAgreesToNothing(FxRobot robot) {
    CompletableFuture<Optional<String>> answer = ask();
    Node no = robot.lookup("Do not run it").lookup(".button").query();
    assertThat(((Button) no).isDefaultButton()).isTrue();
    Looks.inBothThemes(no.getScene(), "consent");
    robot.type(KeyCode.ENTER);
    assertThat(answer).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(Optional.empty());
  }

  @Test
  void whoHasReadToTheEndCanAgree(FxRobot robot) {
    CompletableFuture<Optional<String>> answer = ask();
    ScrollPane scroll = robot.lookup(".dialog-pane .scroll-pane").queryAs(ScrollPane.class);
    WaitForAsyncUtils.waitForAsyncFx(5_000, () -> scroll.setVvalue(1));
    assertThat(robot.lookup("$ initdb -D data -U postgres -A trust -E UTF8").tryQuery())
        .isPresent();
    Node last = robot.lookup("Be refused on the standby").query();
    assertThat(
            scroll
                .localToScene(scroll.getBoundsInLocal())
                .intersects(last.localToScene(last.getBoundsInLocal())))
        .isTrue();
    robot.clickOn("Agree");
    assertThat(answer).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(Optional.of("Agree"));
  }
}
