package replicationlab.ui.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.course.Courses;
import replicationlab.course.OpenedDeck;
import replicationlab.course.Picture;
import replicationlab.course.ProgramFiles;
import replicationlab.deck.Block;
import replicationlab.ui.CutOff;
import replicationlab.ui.Looks;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.Positions;
import replicationlab.ui.diagram.DiagramPlaceholder;
import replicationlab.ui.diagram.DiagramView;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.Theme;
import replicationlab.ui.text.Answers;
import replicationlab.ui.text.Prediction;

/** The deck as one page: in step with the slide, with notes and steps, whatever its length. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class ReadingViewTest {

  private static final Duration SOON = Duration.ofMinutes(1);

  private static final String QUESTION =
      """
      # Hot standby

      What will the standby say to `INSERT`?

      - [ ] It takes the row.

        WAL flows in one direction only.

      - [x] It refuses.

        A server in recovery writes no WAL of its own.

      ***

      # Streaming

      * some words

      ***

      # Failover

      * other words
      """
          + "\n* more of them\n".repeat(60);

  @TempDir private Path folder;

  private final Set<Integer> remembered = new HashSet<>();
  private final List<Integer> stepsOpened = new ArrayList<>();
  private Stage stage;
  private Scene scene;
  private DeckViewModel model;
  private ReadingView view;
  private boolean slideShown;

  @Start
  void start(Stage shared) throws IOException {
    stage = new Stage();
    model = new DeckViewModel(Positions.NONE);
    view = new ReadingView(model, this::picture, this::steps, memory(), () -> slideShown = true);
    scene = new Scene(view, 980, 760);
    Theme.LIGHT.install();
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
    ProgramFiles files = ProgramFiles.find();
    model.open(OpenedDeck.open(Courses.deck(files, Courses.FIRST), files));
  }

  @AfterEach
  void close() {
    waitForAsyncFx(10_000, stage::close);
  }

  private Node picture(Block.Picture picture) {
    var place = model.placeProperty().get();
    return place != null && place.opened().pictures().find(picture) instanceof Picture.Drawn drawn
        ? DiagramView.of(drawn.diagram())
        : new DiagramPlaceholder(picture.target());
  }

  private List<StepLink> steps(int slide) {
    return slide == 22
        ? List.of(
            new StepLink(
                "Step 10: Remove the copied pid file", Icons.LAB, () -> stepsOpened.add(10)))
        : List.of();
  }

  private ReadMemory memory() {
    return new ReadMemory() {
      @Override
      public Set<Integer> of(OpenedDeck deck) {
        return remembered;
      }

      @Override
      public void remember(OpenedDeck deck, Set<Integer> read) {
        remembered.addAll(read);
      }
    };
  }

  private static <T> T onFx(Callable<T> question) {
    return waitForAsyncFx(30_000, question);
  }

  private boolean shows(String words) {
    return onFx(() ->
        view.lookupAll(".reading-number").stream()
            .anyMatch(node -> node instanceof Label label && label.getText().equals(words)));
  }

  private boolean says(String words) {
    return onFx(() ->
        view.lookupAll(".label").stream()
            .anyMatch(node -> node instanceof Label label && label.getText().startsWith(words)));
  }

  private int slide() {
    return onFx(() -> model.indexProperty().get() + 1);
  }

  @Test
  void whatWasReadInTheSlideViewMeanwhileIsReadHereToo() {
    await().atMost(SOON).until(() -> says(remembered.size() + " of 27 read"));
    onFx(() -> {
      view.setResting(true);
      remembered.addAll(List.of(20, 21, 22));
      view.setResting(false);
      return true;
    });
    await().atMost(SOON).until(() -> says(remembered.size() + " of 27 read"));
  }

  @Test
  void theSlideThatIsShownIsTheOneThatIsRead(FxRobot robot) {
    onFx(() -> {
      model.goTo(22);
      return true;
    });
    await().atMost(SOON).until(() -> shows("Slide 22") && !shows("Slide 1"));
    waitForFxEvents();
    assertThat(slide()).isEqualTo(22);
    onFx(() -> {
      ((Button) view.lookup(".reading-step")).fire();
      return true;
    });
    assertThat(stepsOpened).containsExactly(10);

    onFx(() -> {
      view.takeFocus();
      return true;
    });
    robot.push(KeyCode.HOME);
    await().atMost(SOON).until(() -> shows("Slide 1"));
    await().atMost(SOON).until(() -> slide() == 1);
    for (int page = 0; page < 3; page++) {
      robot.push(KeyCode.PAGE_DOWN);
      waitForFxEvents();
    }
    await().atMost(SOON).until(() -> slide() > 1);
    await().atMost(SOON).until(() -> !remembered.isEmpty());
    assertThat(remembered).doesNotContain(26);

    Button show = onFx(() -> (Button) view.lookup(".reading-page .button"));
    onFx(() -> {
      show.fire();
      return true;
    });
    assertThat(slideShown).isTrue();
  }

  @Test
  void itIsLookedAt() throws IOException {
    remembered.addAll(List.of(0, 1, 2, 3, 5, 6, 9, 10));
    ProgramFiles files = ProgramFiles.find();
    OpenedDeck again = OpenedDeck.open(Courses.deck(files, Courses.FIRST), files);
    onFx(() -> {
      model.open(again);
      return true;
    });
    for (int slide : new int[] {1, 21, 22}) {
      onFx(() -> {
        model.goTo(slide);
        return true;
      });
      waitForFxEvents();
      assertThat(onFx(this::overlapping)).isEmpty();
      Looks.inBothThemes(scene, "reading-" + slide);
      assertThat(onFx(this::overlapping)).isEmpty();
    }
    onFx(() -> {
      stage.setWidth(480);
      return true;
    });
    waitForFxEvents();
    Looks.inBothThemes(scene, "reading-narrow");
  }

  /** Pages that need more room than they have. */
  private List<String> overlapping() {
    view.layout();
    return view.lookupAll(".reading-page").stream()
        .map(ReadingPage.class::cast)
        .filter(page -> page.getScene() != null && page.isVisible())
        .filter(page -> page.prefHeight(page.getWidth()) > page.getHeight() + 1)
        .map(page -> page.prefHeight(page.getWidth()) + " in " + page.getHeight())
        .toList();
  }

  @Test
  void aQuestionIsPredictedOnThePageAndItsAnswerIsKeptThere(FxRobot robot) throws IOException {
    Map<String, Prediction> kept = new HashMap<>();
    Answers.offer(
        view,
        question ->
            kept.computeIfAbsent(
                question.mark(), mark -> new Prediction(question, Prediction.Until.ASKED_FOR)));
    OpenedDeck deck =
        OpenedDeck.open(
            Files.writeString(folder.resolve("deck.md"), QUESTION), ProgramFiles.find());
    robot.interact(() -> model.open(deck));
    await().atMost(SOON).until(() -> verdict().equals("Your prediction?"));

    robot.interact(() -> view.lookup(".radio-button").requestFocus());
    robot.push(KeyCode.SPACE);
    waitForFxEvents();
    assertThat(kept.values())
        .extracting(each -> each.chosenProperty().get())
        .containsExactly(Set.of(0));
    robot.push(KeyCode.DOWN);
    waitForFxEvents();
    assertThat(kept.values())
        .extracting(each -> each.chosenProperty().get())
        .containsExactly(Set.of(1));
    assertThat(verdict()).isEqualTo("Your prediction is kept.");
    assertThat(onFx(() -> view.lookup(".choice-why").isVisible())).isFalse();
    assertThat(slide()).as("no key of the question's moves the page").isEqualTo(1);

    robot.clickOn("Show the answer");
    await().atMost(SOON).until(() -> verdict().equals("You predicted it."));
    await().atMost(SOON).untilAsserted(() -> assertThat(onFx(this::overlapping)).isEmpty());
    assertThat(robot.lookup(".choice.right").queryAll()).hasSize(1);
    Looks.inBothThemes(scene, "reading-question");

    robot.interact(() -> model.goTo(3));
    await().atMost(SOON).until(() -> !shows("Slide 1"));
    robot.interact(() -> model.goTo(1));
    await().atMost(SOON).until(() -> verdict().equals("You predicted it."));
  }

  private String verdict() {
    return onFx(() -> view.lookup(".verdict") instanceof Label label ? label.getText() : "");
  }

  @Test
  void withoutRoomBesideThePageTheContentsAreAButtonAway(FxRobot robot) {
    assertThat(onFx(() -> view.lookup("#show-contents").isVisible())).isFalse();
    waitForAsyncFx(10_000, () -> Theme.scaleText(scene, 2));
    await().atMost(SOON).until(() -> onFx(() -> view.lookup(".reading-contents") == null));
    await().atMost(SOON).until(() -> onFx(() -> view.lookup("#show-contents").isVisible()));
    waitForFxEvents();
    assertThat(onFx(() -> CutOff.under(view))).isEmpty();
    robot.clickOn("#show-contents");
    await().atMost(SOON).until(() -> onFx(() -> view.lookup(".reading-contents") != null));
    waitForFxEvents();
    Looks.inBothThemes(scene, "reading-contents-at-2.0");
    assertThat(onFx(() -> CutOff.under(view))).isEmpty();
    robot.clickOn("Solutions – Slony");
    await().atMost(SOON).until(() -> slide() > 1);
    await().atMost(SOON).until(() -> shows("Slide " + slide()));
    assertThat(onFx(() -> view.lookup(".reading-contents"))).isNull();
    Looks.inBothThemes(scene, "reading-at-2.0");
  }

  /** As in a window of 1067x667 pixels with text of twice the size. */
  @Test
  void theBarKeepsItsLastButtonWithBigText() {
    waitForAsyncFx(10_000, () -> Theme.scaleText(scene, 2));
    for (double width = 325; width <= 900; width += 25) {
      double now = width;
      waitForAsyncFx(
          10_000,
          () -> {
            view.setMaxWidth(now);
            view.resize(now, 500);
            view.applyCss();
            view.layout();
            return true;
          });
      waitForFxEvents();
      Region bar = (Region) view.lookup(".reading-bar");
      assertThat(onFx(() -> bar.getChildrenUnmodifiable().getLast().getBoundsInParent().getMaxX()))
          .as("in a bar of %s", bar.getWidth())
          .isLessThanOrEqualTo(bar.getWidth());
    }
  }

  @Test
  void aDeckWithoutSlidesSaysSoAndWhatToDo() throws IOException {
    Path file = Files.writeString(folder.resolve("empty.md"), "");
    OpenedDeck deck = OpenedDeck.open(file, ProgramFiles.find());
    onFx(() -> {
      model.open(deck);
      return true;
    });
    await().atMost(SOON).until(() -> says("This deck has no slides"));
    assertThat(says("No deck is open.")).isFalse();
    assertThat(says("Begin each slide in empty.md with a line '# Title'")).isTrue();
    Looks.inBothThemes(scene, "reading-empty");
    ProgramFiles files = ProgramFiles.find();
    OpenedDeck full = OpenedDeck.open(Courses.deck(files, Courses.FIRST), files);
    onFx(() -> {
      model.open(full);
      return true;
    });
    await().atMost(SOON).until(() -> onFx(() -> view.lookup(".no-slide") == null));
  }

  @Test
  void tenThousandSlidesAreNoMoreWorkThanTen() throws IOException {
    Path file = Files.writeString(folder.resolve("deck.md"), slides(10_000));
    OpenedDeck deck = OpenedDeck.open(file, ProgramFiles.find());
    long begin = System.nanoTime();
    int built =
        onFx(() -> {
          model.open(deck);
          model.goTo(5_000);
          scene.getRoot().layout();
          scene.snapshot(null);
          return view.lookupAll(".reading-page").size();
        });
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
    assertThat(built).isBetween(1, 40);
    assertThat(shows("Slide 5000")).isTrue();
    onFx(() -> {
      model.goTo(10_000);
      return true;
    });
    await().atMost(SOON).until(() -> shows("Slide 10000"));
  }

  private static String slides(int count) {
    StringBuilder text = new StringBuilder();
    for (int number = 1; number <= count; number++) {
      text.append("# Slide ").append(number).append("\n\n* some\n* words\n\n***\n\n");
    }
    return text.toString();
  }
}
