package replicationlab.bench;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.util.Duration;
import replicationlab.course.Courses;
import replicationlab.course.OpenedDeck;
import replicationlab.course.Picture;
import replicationlab.course.ProgramFiles;
import replicationlab.deck.Block;
import replicationlab.deck.Deck;
import replicationlab.deck.Slide;
import replicationlab.ui.deck.DeckView;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.OutlineView;
import replicationlab.ui.deck.Positions;
import replicationlab.ui.diagram.DiagramPlaceholder;
import replicationlab.ui.diagram.DiagramView;
import replicationlab.ui.kit.Theme;

/** A deck in a window, outline and slide. Use it on JavaFX's thread. */
record CourseWindow(Scene scene, DeckViewModel model, WritableImage image) {

  static final int WIDTH = 980;
  static final int HEIGHT = 700;

  private static final Positions NOWHERE =
      new Positions() {
        @Override
        public int of(String deckKey) {
          return 0;
        }

        @Override
        public void remember(String deckKey, int index) {}
      };

  /** The course that comes with the program. */
  static OpenedDeck course() throws IOException {
    ProgramFiles files = ProgramFiles.find();
    return OpenedDeck.open(Courses.deck(files, Courses.FIRST), files);
  }

  /** The same slides {@code times} over. */
  static OpenedDeck repeated(OpenedDeck course, int times) {
    Deck deck = course.deck();
    List<Slide> slides =
        Collections.nCopies(times, deck.slides()).stream().flatMap(List::stream).toList();
    return new OpenedDeck(
        course.file(),
        new Deck(deck.title(), deck.matter(), slides, deck.problems()),
        course.pictures(),
        course.changes());
  }

  static CourseWindow show(OpenedDeck deck) {
    CourseWindow window = offScreen(deck, WIDTH, HEIGHT);
    Stage stage = new Stage();
    stage.setScene(window.scene());
    stage.show();
    return window;
  }

  /** Without a window, whose greatest size depends on the screen; in pixels. */
  static CourseWindow offScreen(OpenedDeck deck, int width, int height) {
    Theme.LIGHT.install();
    DeckViewModel model = new DeckViewModel(NOWHERE);
    DeckView view = new DeckView(model, picture -> node(deck, picture));
    SplitPane split = new SplitPane(new OutlineView(model), view);
    split.setDividerPositions(0.24);
    Scene scene = new Scene(split, width, height);
    Theme.prepare(scene);
    model.open(deck);
    return new CourseWindow(scene, model, new WritableImage(width, height));
  }

  private static Node node(OpenedDeck deck, Block.Picture picture) {
    return deck.pictures().find(picture) instanceof Picture.Drawn drawn
        ? DiagramView.of(drawn.diagram())
        : new DiagramPlaceholder(picture.target());
  }

  /** Builds the slide of this number, counted from 1, and lays it out. */
  void layOut(int number) {
    model.goTo(number);
    scene.getRoot().applyCss();
    scene.getRoot().layout();
  }

  /** Draws the window into an image, pixel by pixel, and waits for it. */
  void draw() {
    scene.snapshot(image);
  }

  /** Waits for a fifth of a second, in which JavaFX's thread is free. */
  static void pause() {
    CompletableFuture<Boolean> over = new CompletableFuture<>();
    Platform.runLater(() -> {
      PauseTransition pause = new PauseTransition(Duration.millis(200));
      pause.setOnFinished(_ -> over.complete(true));
      pause.play();
    });
    over.join();
  }

  /** Calls on JavaFX's thread and waits. */
  static <T> T onFx(Supplier<T> task) {
    Executor fx = Platform::runLater;
    return CompletableFuture.supplyAsync(task, fx).join();
  }
}
