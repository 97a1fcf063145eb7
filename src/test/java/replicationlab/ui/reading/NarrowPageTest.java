package replicationlab.ui.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.course.OpenedDeck;
import replicationlab.course.ProgramFiles;
import replicationlab.ui.CutOff;
import replicationlab.ui.Pictures;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.Positions;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.Theme;

/** The page between two other parts of a small window, with text of twice the size. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class NarrowPageTest {

  private static final ReadMemory NOTHING =
      new ReadMemory() {
        @Override
        public Set<Integer> of(OpenedDeck deck) {
          return Set.of();
        }

        @Override
        public void remember(OpenedDeck deck, Set<Integer> read) {}
      };

  @TempDir private Path folder;

  private Stage stage;
  private ReadingView view;

  @Start
  void start(Stage shared) throws IOException {
    DeckViewModel model = new DeckViewModel(Positions.NONE);
    view =
        new ReadingView(
            model,
            picture -> new Label(picture.alt()),
            slide ->
                List.of(
                    new StepLink("Step 10: Remove the copied pid file", Icons.LAB, () -> {}),
                    new StepLink("Step 11: Start", Icons.PASSED, () -> {})),
            NOTHING,
            () -> {});
    stage = new Stage();
    stage.setScene(new Scene(new StackPane(view), 900, 620));
    Theme.LIGHT.install();
    Theme.prepare(stage.getScene());
    Theme.scaleText(stage.getScene(), 2);
    stage.show();
    Path deck = Files.writeString(folder.resolve("deck.md"), "# A slide\n\n* with few words\n");
    model.open(OpenedDeck.open(deck, ProgramFiles.find()));
  }

  @AfterEach
  void close() {
    waitForAsyncFx(10_000, stage::close);
  }

  @ParameterizedTest
  @ValueSource(doubles = {280, 345, 420, 700})
  void showAndTheStepsKeepTheirWords(double width) {
    waitForAsyncFx(10_000, () -> view.setMaxWidth(width));
    await()
        .untilAsserted(() ->
            assertThat(waitForAsyncFx(10_000, () -> view.lookupAll(".reading-step").size()))
                .isEqualTo(2));
    await()
        .untilAsserted(
            () -> assertThat(waitForAsyncFx(10_000, () -> CutOff.under(view))).isEmpty());
    Pictures.take(stage.getScene(), "reading-narrow-%.0f-at-2.0".formatted(width));
    for (Node each : view.lookupAll(".reading-page .button")) {
      Button button = (Button) each;
      assertThat(button.getHeight())
          .as(button.getText())
          .isGreaterThanOrEqualTo(button.prefHeight(button.getWidth()) - 1);
      assertThat(button.localToScene(button.getLayoutBounds()).getMaxX())
          .as(button.getText())
          .isLessThanOrEqualTo(view.localToScene(view.getLayoutBounds()).getMaxX());
    }
  }
}
