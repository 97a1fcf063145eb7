package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.NodeQueryUtils;
import replicationlab.ReachableTempDir;
import replicationlab.course.ProgramFiles;
import replicationlab.lab.Step;
import replicationlab.run.TestLab;
import replicationlab.ui.Pictures;

/** A deck is edited while it is shown, and its code is run in the lab's clusters from the slide. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class LiveSlidesTest {

  private static final Duration SOON = Duration.ofMinutes(3);

  private static final String BROKEN = "The lab's file has changed and cannot be taken yet: ";

  private static final String DECK =
      """
      # First

      ***

      # Ask the primary

      How many rows has it?

      - [x] One.
      - [ ] Two.

      ```sh
      psql -p 5432 -c 'SELECT count(*) FROM firsttest' postgres
      ```

      ```output
       count
      -------
           2
      (1 row)
      ```
      """;

  @TempDir(factory = ReachableTempDir.class)
  private Path folder;

  private ReplicationLabWindow window;
  private Path deck;

  @Start
  void start(Stage shared) throws IOException {
    deck = Files.writeString(folder.resolve("deck.md"), DECK);
    Path settings = SettingsOfATest.in(folder, 990, 800);
    window =
        WindowOfATest.open(
            folder.resolve("usual"),
            settings,
            deck.toString(),
            "",
            TestLab.openerOfSomebodyNew(folder.resolve("agreements")));
  }

  @AfterEach
  void stopEverything() {
    await().atMost(Duration.ofMinutes(4)).until(() -> onFx(() -> window.lab() != null));
    OpenLab open = Objects.requireNonNull(window.desk().current());
    open.run().cancel();
    await().atMost(SOON).until(() -> !open.run().busy());
    assertThat(open.bench().stopServers(line -> {})).isTrue();
    waitForAsyncFx(60_000, window::quit);
  }

  private static <T> T onFx(Callable<T> question) {
    return waitForAsyncFx(10_000, question);
  }

  private int slides() {
    return onFx(() -> window.slides().slides().size());
  }

  private void goToSlide(int number) {
    await().atMost(SOON).until(() -> slides() > 0);
    waitForAsyncFx(5_000, () -> window.slides().goTo(number));
    waitForFxEvents();
  }

  private String title() {
    return onFx(() -> window.scene().lookup(".slide").getAccessibleText());
  }

  @Test
  void whatIsSavedIsShownAndWhatIsBrokenIsNot(FxRobot robot) throws IOException {
    goToSlide(2);
    Path draft = Files.writeString(folder.resolve("deck.md~"), "# New\n\n***\n\n" + DECK);
    Files.move(draft, deck, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    await().atMost(SOON).until(() -> slides() == 3);
    assertThat(title()).isEqualTo("Ask the primary");
    assertThat(onFx(() -> window.slides().indexProperty().get())).isEqualTo(2);

    Files.delete(deck);
    await()
        .atMost(SOON)
        .until(() -> robot.lookup("1 problem").tryQuery().filter(Node::isVisible).isPresent());
    assertThat(title()).isEqualTo("Ask the primary");

    Files.writeString(deck, DECK.replace("# Ask the primary", "# Ask it again"));
    await().atMost(SOON).until(() -> slides() == 2);
    waitForFxEvents();
    assertThat(robot.lookup("1 problem").tryQuery().filter(Node::isVisible)).isEmpty();
  }

  @Test
  void aSlidesCodeRunsInTheLabOnceItIsAgreedTo(FxRobot robot) {
    await().atMost(Duration.ofMinutes(4)).until(() -> onFx(() -> window.lab() != null));
    OpenLab open = Objects.requireNonNull(window.desk().current());
    for (Step step : open.run().lab().steps().subList(0, 6)) {
      open.run().run(step).orTimeout(3, TimeUnit.MINUTES).join();
    }
    goToSlide(2);
    robot.clickOn("Two.");
    Button run = onFx(() -> (Button) window.scene().lookup(".run-button"));
    assertThat(run.isVisible()).isTrue();
    // Not within the robot's own call: the question may come at once, and waits for its answer.
    Platform.runLater(run::fire);
    await().atMost(SOON).until(() -> robot.lookup("Agree").tryQuery().isPresent());
    robot.clickOn("Agree");
    await()
        .atMost(SOON)
        .until(() ->
            onFx(() ->
                window.scene().lookup(".slide-run-words") instanceof Label label
                    && label.getText().startsWith("Not as on the slide")));
    String printed = onFx(() -> ((CodeArea) window.scene().lookup(".printed")).getText());
    assertThat(printed)
        .contains("psql -p " + open.bench().clusters().primary().port())
        .contains("     2\n     1\n(1 row)");
    assertThat(robot.lookup("You predicted: “Two”. The answer: “One”.").tryQuery()).isPresent();
    assertThat(onFx(() -> window.slides().placeProperty().get().step()))
        .as("the slide tells the answer too")
        .isEqualTo(1);
    await().atMost(SOON).until(() -> keptAnswers().contains(" 1"));
    Pictures.take(window.scene(), "slide-run-in-the-window");
    robot.push(KeyCode.UP).push(KeyCode.DOWN).push(KeyCode.HOME).push(KeyCode.END);
    waitForFxEvents();
    assertThat(onFx(() -> window.slides().indexProperty().get()))
        .as("the keys move what was run, and not the slide under it")
        .isEqualTo(1);
    assertThat(onFx(() -> window.scene().lookup(".slide-run").isVisible())).isTrue();
    robot.push(KeyCode.ESCAPE);
    waitForFxEvents();
    assertThat(onFx(() -> window.scene().lookup(".slide-run").isVisible())).isFalse();
    assertThat(onFx(() -> window.scene().getFocusOwner()))
        .as("the slide has the keyboard again")
        .isSameAs(window.scene().lookup(".slide-stage .place"));
  }

  private String keptAnswers() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      StringBuilder all = new StringBuilder();
      for (Path file :
          files.filter(path -> path.toString().matches(".*answers.[^/\\\\]*\\.txt")).toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    }
  }

  @Test
  void aLabThatWasSavedIsTakenOnceThePersonSaysSo(FxRobot robot) throws IOException {
    await().atMost(Duration.ofMinutes(4)).until(() -> onFx(() -> window.lab() != null));
    Path shipped =
        ProgramFiles.find().lessons().resolve("high-availability/labs/lab-exercise-1.md");
    String text = Files.readString(shipped);
    Path lab = Files.writeString(folder.resolve("lab-exercise-1.md"), text);
    Object before = onFx(() -> window.lab());
    Platform.runLater(() -> window.labJourney().openFile(lab));
    await().atMost(SOON).until(() -> onFx(() -> window.lab() != before));
    assertThat(stripIsSeen()).isFalse();

    awaitStrip(lab, "A sentence, and no step.\n", BROKEN);
    assertThat(onFx(() -> window.scene().lookup("#reload-lab").isVisible())).isFalse();
    awaitStrip(lab, text + "\nOne sentence more.\n", "The lab's file has changed.");

    Object open = onFx(() -> window.lab());
    Platform.runLater(() -> ((Button) window.scene().lookup("#reload-lab")).fire());
    await()
        .atMost(SOON)
        .until(() -> !robot.lookup("Agree").match(NodeQueryUtils.isVisible()).queryAll().isEmpty());
    robot.clickOn("Agree");
    await().atMost(SOON).until(() -> onFx(() -> window.lab() != open));
    await().atMost(SOON).until(() -> !stripIsSeen());
  }

  private boolean stripIsSeen() {
    Node strip = onFx(() -> window.scene().lookup("#lab-changed"));
    return strip != null && strip.isVisible();
  }

  /** Saves until it is seen: the lab's file is watched only a moment after the lab is shown. */
  private void awaitStrip(Path lab, String text, String words) {
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(() -> {
          Files.writeString(lab, text);
          assertThat(stripIsSeen()).isTrue();
          Label label = onFx(() -> (Label) window.scene().lookup("#lab-changed .label"));
          assertThat(label.getText()).startsWith(words);
        });
    Pictures.take(window.scene(), "lab-changed");
  }
}
