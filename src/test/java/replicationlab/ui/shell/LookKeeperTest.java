package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.course.OpenedDeck;
import replicationlab.course.ProgramFiles;
import replicationlab.settings.SettingsStore;
import replicationlab.ui.deck.DeckViewModel;

/** A reader goes from slide to slide, and the program may be killed at any moment. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class LookKeeperTest {

  private static final Duration REST = Duration.ofMillis(300);
  private static final Duration SOON = Duration.ofMinutes(1);

  /** As each slide is seen. */
  private static final Color[] COLOURS = {Color.DARKRED, Color.GREEN, Color.NAVY};

  private final Rectangle slide = new Rectangle(200, 150);

  @TempDir private Path folder;

  private Path file;
  private SettingsStore settings;
  private DeckViewModel deck;
  private LookKeeper keeper;
  private boolean plain = true;

  @Start
  void start(Stage stage) throws IOException {
    file = folder.resolve(LastLook.FILE);
    settings = new SettingsStore(folder, Duration.ofDays(1), words -> {});
    deck = RememberedPositions.deck(settings);
    deck.indexProperty().subscribe(is -> slide.setFill(COLOURS[Math.max(0, is.intValue())]));
    Path written =
        Files.writeString(folder.resolve("d.md"), "# A\n\n***\n# B\n\n+ one\n+ two\n\n***\n# C\n");
    deck.open(OpenedDeck.open(written, ProgramFiles.find()));
    settings.update(now -> now.with(now.decks().opened(written.toString())));
    Region root = new StackPane(slide);
    Scene scene = new Scene(root, 400, 300);
    stage.setTitle("A deck");
    stage.setScene(scene);
    stage.show();
    keeper =
        new LookKeeper(folder, stage, settings, deck, slide, () -> plain, UnaryOperator.identity());
    keeper.keepAtRest(scene, REST);
  }

  @AfterEach
  void close() {
    settings.close();
  }

  private Optional<Color> seen() {
    return LastLook.in(folder, "", "")
        .map(look -> look.picture().image().getPixelReader().getColor(100, 75));
  }

  private void restsAt(FxRobot robot, int number) {
    robot.interact(() -> deck.goTo(number));
    robot.push(KeyCode.SHIFT);
    await().atMost(SOON).until(() -> seen().equals(Optional.of(COLOURS[number - 1])));
  }

  @Test
  void whereverTheReaderRestsAPictureIsKept(FxRobot robot) {
    await().atMost(SOON).until(() -> seen().equals(Optional.of(COLOURS[0])));
    restsAt(robot, 3);
    restsAt(robot, 2);
    assertThat(folder.resolve("last-look.new")).doesNotExist();
  }

  @Test
  void whoGoesOnWithoutRestHasNoPictureOfTheSlideBefore(FxRobot robot) {
    restsAt(robot, 3);
    robot.interact(() -> deck.goTo(2));
    settings.flush();
    assertThat(seen()).as("it is killed now").isEmpty();
  }

  @Test
  void whatHasNotChangedIsNotKeptAgain(FxRobot robot) throws IOException {
    restsAt(robot, 3);
    FileTime first = Files.getLastModifiedTime(file);
    robot.push(KeyCode.SHIFT);
    await()
        .during(REST.multipliedBy(5))
        .atMost(SOON)
        .until(() -> Files.getLastModifiedTime(file).equals(first));
    robot.interact(keeper::keepAtTheEnd);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(first);
  }

  @Test
  void aStepIsNotWhereTheDeckOpens(FxRobot robot) {
    restsAt(robot, 2);
    robot.interact(() -> {
      deck.next();
      slide.setFill(Color.YELLOW);
    });
    robot.push(KeyCode.SHIFT);
    await().during(REST.multipliedBy(5)).atMost(SOON).until(() -> seen().isPresent());
    assertThat(seen()).as("before its first step").contains(COLOURS[1]);
    robot.interact(keeper::keepAtTheEnd);
    assertThat(deck.placeProperty().get().step()).isZero();
  }

  @Test
  void whatLiesOverTheSlideIsNotKept(FxRobot robot) {
    restsAt(robot, 3);
    robot.interact(() -> {
      plain = false;
      deck.goTo(1);
    });
    robot.push(KeyCode.SHIFT);
    await()
        .during(REST.multipliedBy(5))
        .atMost(SOON)
        .until(
            () -> LastLook.in(folder, "", "").isEmpty() || seen().equals(Optional.of(COLOURS[2])));
    robot.interact(() -> {
      keeper.keepAtTheEnd();
      settings.flush();
    });
    assertThat(seen()).isEmpty();
  }

  @Test
  void theSlideAtWhichTheProgramIsLeftIsKeptAtOnce(FxRobot robot) {
    robot.interact(() -> {
      deck.goTo(3);
      keeper.keepAtTheEnd();
    });
    assertThat(seen()).contains(COLOURS[2]);
  }

  @Test
  void theDeckAndTheSlideAreKnownByTheirNames(FxRobot robot) {
    restsAt(robot, 2);
    String file = folder.resolve("d.md").toString();
    assertThat(LastLook.in(folder, file, "b")).isPresent();
    assertThat(LastLook.in(folder, file, "2")).isPresent();
    assertThat(LastLook.in(folder, file, "c")).isEmpty();
  }

  @Test
  void whatIsForgottenIsKeptAgainAtTheNextRest(FxRobot robot) {
    restsAt(robot, 3);
    robot.interact(keeper::forget);
    await().atMost(SOON).until(() -> !Files.exists(file));
    restsAt(robot, 3);
  }

  @Test
  void aSlideThatCannotBeSeenLeavesNone(FxRobot robot) {
    restsAt(robot, 3);
    robot.interact(() -> {
      deck.goTo(1);
      slide.getParent().setVisible(false);
      keeper.keepAtTheEnd();
      settings.flush();
    });
    assertThat(seen()).isEmpty();
  }
}
