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
import javafx.stage.Stage;
import javafx.stage.StageStyle;
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

/** A deck in a window, outline and slide. */
record CourseWindow(Scene scene, DeckViewModel model) {

  static final int WIDTH = 980;
  static final int HEIGHT = 700;

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
    return show(deck, WIDTH, HEIGHT);
  }

  /** In a window without a frame that is so many pixels wide and high; on JavaFX's thread. */
  static CourseWindow show(OpenedDeck deck, int width, int height) {
    Theme.LIGHT.install();
    DeckViewModel model = new DeckViewModel(Positions.NONE);
    DeckView view = new DeckView(model, picture -> node(deck, picture));
    SplitPane split = new SplitPane(new OutlineView(model), view);
    split.setDividerPositions(0.24);
    Scene scene = new Scene(split, width, height);
    Theme.prepare(scene);
    model.open(deck);
    Stage stage = new Stage(StageStyle.UNDECORATED);
    stage.setScene(scene);
    stage.show();
    return new CourseWindow(scene, model);
  }

  private static Node node(OpenedDeck deck, Block.Picture picture) {
    return deck.pictures().find(picture) instanceof Picture.Drawn drawn
        ? DiagramView.of(drawn.diagram())
        : new DiagramPlaceholder(picture.target());
  }

  /**
   * Goes to the slide of this number, counted from 1, and waits for the next frame to be laid out.
   *
   * @return what JavaFX's thread needed for it, in milliseconds: for the change itself, then for
   *     styles and layout of the frame; not on JavaFX's thread
   */
  double change(int number) {
    CompletableFuture<Double> laidOut = new CompletableFuture<>();
    Platform.runLater(() -> {
      long start = System.nanoTime();
      model.goTo(number);
      new NextFrame(scene, System.nanoTime() - start, laidOut).await();
    });
    return laidOut.join();
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
