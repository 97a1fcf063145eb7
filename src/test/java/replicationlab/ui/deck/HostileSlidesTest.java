package replicationlab.ui.deck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.ui.diagram.DiagramPlaceholder;
import replicationlab.ui.kit.Theme;

/** Slides that nobody could read hold the window up no longer than others do. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class HostileSlidesTest {

  /** Generous: a loaded machine is slow, but what this guards against takes minutes. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final Map<String, String> DECKS =
      Map.of(
          "a line of a million characters", "# A\n\n" + "word ".repeat(200_000),
          "a word of a million characters", "# A\n\n" + "w".repeat(1_000_000),
          "code of a million characters", "# A\n\n```sh\n" + "x".repeat(1_000_000) + "\n```",
          "code of a hundred thousand lines", "# A\n\n```sh\n" + "ls\n".repeat(100_000) + "```",
          "a title of a million characters", "# " + "T".repeat(1_000_000),
          "a hundred thousand paragraphs", "# A\n\n" + "word\n\n".repeat(100_000),
          "a hundred thousand bullets", "# A\n\n" + "* word\n".repeat(100_000),
          "ten thousand blocks of code", "# A\n\n" + "```sh\nls\n```\n\n".repeat(10_000),
          "a picture with a name of a million characters",
              "# A\n\n![](" + "p".repeat(999_999) + ")",
          "a thousand pictures", "# A\n\n" + "![](./a.png)\n\n".repeat(1_000));

  private Stage stage;
  private Scene scene;

  @Start
  void start(Stage shared) {
    stage = new Stage();
    scene = new Scene(new StackPane(), 900, 640);
    Theme.LIGHT.install();
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
  }

  @AfterEach
  void close() {
    waitForAsyncFx(60_000, stage::close);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a line of a million characters",
        "a word of a million characters",
        "code of a million characters",
        "code of a hundred thousand lines",
        "a title of a million characters",
        "a hundred thousand paragraphs",
        "a hundred thousand bullets",
        "ten thousand blocks of code",
        "a picture with a name of a million characters",
        "a thousand pictures"
      })
  void areDrawnInTime(String name) {
    DeckViewModel model = new DeckViewModel(Decks.inMemory());
    var deck = Decks.open(Objects.requireNonNull(DECKS.get(name)));
    long begin = System.nanoTime();
    DeckView view =
        waitForAsyncFx(
            600_000,
            () -> {
              DeckView made =
                  new DeckView(model, picture -> new DiagramPlaceholder(picture.target()));
              scene.setRoot(new StackPane(made, new StackPane(new OutlineView(model))));
              model.open(deck);
              scene.getRoot().applyCss();
              scene.getRoot().layout();
              scene.snapshot(null);
              return made;
            });
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LONGEST);
    Node slide = waitForAsyncFx(10_000, () -> view.lookup(".slide"));
    assertThat(slide).isNotNull();
    assertThat(deck.problems()).isNotEmpty();
  }
}
