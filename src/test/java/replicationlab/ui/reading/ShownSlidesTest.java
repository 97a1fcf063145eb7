package replicationlab.ui.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.course.OpenedDeck;
import replicationlab.course.ProgramFiles;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.Positions;

/** Somebody goes through the slides one by one, and not on the page. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class ShownSlidesTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private final Set<Integer> read = new ConcurrentSkipListSet<>();
  private final Set<Integer> rested = new ConcurrentSkipListSet<>();
  private final StackPane slides = new StackPane();
  private final StackPane alwaysSeen = new StackPane();
  private DeckViewModel model;

  @Start
  void start(Stage stage) throws IOException {
    model = new DeckViewModel(Positions.NONE);
    ShownSlides.count(model, slides, remembering(read));
    ShownSlides.count(model, alwaysSeen, remembering(rested));
    stage.setScene(new Scene(new StackPane(new StackPane(slides), alwaysSeen), 300, 200));
    stage.show();
    Path deck =
        Files.writeString(
            folder.resolve("deck.md"), "# One\n\n***\n\n# Two\n\n+ a\n+ b\n\n***\n\n# Three\n");
    model.open(OpenedDeck.open(deck, ProgramFiles.find()));
  }

  private static ReadMemory remembering(Set<Integer> read) {
    return new ReadMemory() {
      @Override
      public Set<Integer> of(OpenedDeck deck) {
        return read;
      }

      @Override
      public void remember(OpenedDeck deck, Set<Integer> now) {
        read.addAll(now);
      }
    };
  }

  @Test
  void aSlideIsReadOnceItHasRestedAndNotWhenLeafedPast(FxRobot robot) {
    await().atMost(SOON).until(() -> read.equals(Set.of(0)));
    robot.interact(() -> {
      model.nextSlide();
      model.next();
      model.nextSlide();
    });
    await().atMost(SOON).until(() -> read.contains(2));
    assertThat(read).containsExactly(0, 2);
    robot.interact(() -> model.goTo(2));
    await().atMost(SOON).until(() -> read.contains(1));
  }

  @Test
  void aSlideBehindAnotherTabIsNotReadBeforeItIsSeen(FxRobot robot) {
    await().atMost(SOON).until(() -> read.contains(0));
    robot.interact(() -> {
      slides.getParent().setVisible(false);
      model.goTo(3);
    });
    await().atMost(SOON).until(() -> rested.contains(2));
    assertThat(read).containsExactly(0);
    robot.interact(() -> slides.getParent().setVisible(true));
    await().atMost(SOON).until(() -> read.contains(2));
  }
}
