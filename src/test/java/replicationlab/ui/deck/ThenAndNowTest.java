package replicationlab.ui.deck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.course.OpenedDeck;
import replicationlab.course.ProgramFiles;
import replicationlab.ui.Pictures;
import replicationlab.ui.kit.Theme;

/** The course's slides as of 9.0 and as of 18. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class ThenAndNowTest {

  private DeckViewModel model;
  private DeckView view;
  private Scene scene;

  @Start
  void start(Stage stage) {
    Theme.LIGHT.install();
    model = new DeckViewModel(Decks.inMemory());
    view = new DeckView(model, PictureStub::new);
    scene = new Scene(view, 900, 640);
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
  }

  @BeforeEach
  void openTheCourse(FxRobot robot) throws IOException {
    ProgramFiles files = ProgramFiles.find();
    Path file = files.lessons().resolve("high-availability/deck.md");
    OpenedDeck opened = OpenedDeck.open(file, files);
    robot.interact(() -> {
      model.open(opened);
      model.goTo(19);
      view.focusSlide();
    });
    waitForFxEvents();
  }

  private List<String> code(FxRobot robot) {
    waitForFxEvents();
    return seen(robot).map(CodeArea::getText).toList();
  }

  /** Without those of the slides that stand ready beside this one. */
  private static Stream<CodeArea> seen(FxRobot robot) {
    return robot
        .from(robot.lookup(".slide").match(Node::isVisible).queryAll().toArray(new Node[0]))
        .lookup((CodeArea area) -> true)
        .queryAllAs(CodeArea.class)
        .stream();
  }

  private static boolean isMarked(FxRobot robot, String styleClass) {
    return seen(robot)
        .anyMatch(area ->
            area.getStyleSpans(0, area.getLength()).stream()
                .anyMatch(span -> span.getStyle().contains(styleClass)));
  }

  @Test
  void nowIsWhatTheChosenVersionHasAndThenWhatWasWritten(FxRobot robot) {
    assertThat(code(robot))
        .containsExactly("wal_level = replica", "wal_keep_size = 800MB", "max_wal_senders = 1");
    assertThat(isMarked(robot, Telling.NOW)).isTrue();

    robot.clickOn("As of 9.0");
    assertThat(code(robot))
        .containsExactly(
            "wal_level = hot_standby", "wal_keep_segments = 50", "max_wal_senders = 1");
    assertThat(isMarked(robot, Telling.THEN)).isTrue();
    assertThat(model.asWrittenProperty().get()).isTrue();

    robot.clickOn("PostgreSQL 18");
    assertThat(code(robot)).contains("wal_keep_size = 800MB");
  }

  @Test
  void aSecondClickOnTheSameLeavesIt(FxRobot robot) {
    robot.clickOn("PostgreSQL 18");
    assertThat(code(robot)).contains("wal_keep_size = 800MB");
    assertThat(robot.lookup("PostgreSQL 18").queryAs(ToggleButton.class).isSelected()).isTrue();
  }

  @Test
  void theKeyTurnsFromNowToThenInThePresentationToo(FxRobot robot) {
    robot.interact(() -> view.setBare(true));
    robot.push(KeyCode.T);
    assertThat(code(robot)).contains("wal_keep_segments = 50");
    assertThat(robot.lookup("As of 9.0. On PostgreSQL 18:").tryQuery()).isPresent();
    robot.push(KeyCode.T);
    assertThat(code(robot)).contains("wal_keep_size = 800MB");
  }

  @Test
  void theChosenVersionDecides(FxRobot robot) {
    robot.interact(() -> model.majorProperty().set(12));
    assertThat(code(robot)).contains("wal_keep_segments = 50", "wal_level = replica");
    assertThat(robot.lookup("PostgreSQL 12").tryQuery()).isPresent();
  }

  @Test
  void theBarKeepsItsLastButtonWhenTheWayBackComes(FxRobot robot) {
    robot.interact(() -> {
      view.offerWayBack("Back to step 6", () -> {});
      model.type("19");
    });
    theLastButtonIsInTheBarFrom(440, robot);
  }

  /** As in a window of 1067x667 pixels with text of twice the size. */
  @Test
  void theBarKeepsItsLastButtonWithBigText(FxRobot robot) {
    robot.interact(() -> {
      Theme.scaleText(scene, 2);
      view.offerWayBack("Back to step 6", () -> {});
    });
    theLastButtonIsInTheBarFrom(325, robot);
  }

  private void theLastButtonIsInTheBarFrom(double narrowest, FxRobot robot) {
    Region bar = robot.lookup(".deck-bar").queryAs(Region.class);
    Node notes = bar.getChildrenUnmodifiable().getLast();
    for (double width = narrowest; width <= 900; width += 10) {
      double now = width;
      robot.interact(() -> {
        view.setMaxWidth(now);
        view.resize(now, 500);
        view.applyCss();
        view.layout();
      });
      assertThat(notes.getBoundsInParent().getMaxX())
          .as("in a bar of %s", bar.getWidth())
          .isLessThanOrEqualTo(bar.getWidth());
    }
  }

  @Test
  void aDeckWithoutChangesHasNoThen(FxRobot robot) {
    robot.interact(() ->
        model.open(
            new OpenedDeck(
                Path.of("other.md").toAbsolutePath(),
                replicationlab.deck.DeckReader.read("# A\n"),
                new replicationlab.course.Pictures(Path.of("x"), Path.of("x")),
                new replicationlab.course.Changes(List.of()))));
    waitForFxEvents();
    assertThat(robot.lookup(".as-of").query().isVisible()).isFalse();
  }

  @Test
  void bothAreLookedAt(FxRobot robot) {
    for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
      robot.interact(theme::install);
      for (boolean asWritten : new boolean[] {true, false}) {
        robot.interact(() -> model.asWrittenProperty().set(asWritten));
        for (int slide = 19; slide <= 26; slide++) {
          int number = slide;
          robot.interact(() -> model.goTo(number));
          Pictures.take(
              scene,
              "%s-%d-%s"
                  .formatted(
                      asWritten ? "then" : "now", slide, theme.name().toLowerCase(Locale.ROOT)));
        }
      }
    }
    assertThat(code(robot)).isNotEmpty();
  }
}
