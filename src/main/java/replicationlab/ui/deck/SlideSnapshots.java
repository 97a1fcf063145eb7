package replicationlab.ui.deck;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Transform;
import org.jspecify.annotations.Nullable;
import replicationlab.deck.Block;

/**
 * Small pictures of slides, each at its last step. A picture is taken when it is asked for, one at
 * a time between two frames, and only the newest are kept: a deck of 10,000 slides costs what is
 * seen of it.
 */
final class SlideSnapshots {

  /** About two screens full, at 0.2 to 1 MB each. */
  private static final int MOST = 120;

  /** About as many as are seen at a time. */
  private static final int SEEN = 12;

  private final DeckViewModel model;
  private final Place deck;
  private final Function<Block.Picture, Node> pictures;
  private final double pixels;
  private final StackPane desk = new StackPane();
  private final Scene scene = new Scene(desk, SlideView.WIDTH, SlideView.HEIGHT);
  private final Deque<Integer> waiting = new ArrayDeque<>();
  private boolean working;

  private final Map<Integer, ReadOnlyObjectWrapper<@Nullable Image>> taken =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(
            Map.Entry<Integer, ReadOnlyObjectWrapper<@Nullable Image>> eldest) {
          return size() > MOST;
        }
      };

  /**
   * No picture is taken yet.
   *
   * @param deck a place of the deck whose slides are wanted
   * @param look a scene that is styled as the slides are
   * @param pixels how wide a picture is to be
   */
  SlideSnapshots(
      DeckViewModel model,
      Place deck,
      Function<Block.Picture, Node> pictures,
      Scene look,
      double pixels) {
    this.model = model;
    this.deck = deck;
    this.pictures = pictures;
    this.pixels = pixels;
    scene.getStylesheets().setAll(look.getStylesheets());
    desk.getStylesheets().setAll(look.getRoot().getStylesheets());
  }

  /** The picture of a slide; null until it is taken. */
  ReadOnlyObjectProperty<@Nullable Image> of(int index) {
    ReadOnlyObjectWrapper<@Nullable Image> picture =
        taken.computeIfAbsent(index, _ -> new ReadOnlyObjectWrapper<>());
    if (picture.get() == null) {
      waiting.remove(index);
      waiting.addFirst(index);
      // Who scrolls through a long deck does not want what has gone by.
      while (waiting.size() > MOST / 2) {
        waiting.removeLast();
      }
      work();
    }
    return picture.getReadOnlyProperty();
  }

  /** Takes no more pictures. */
  void close() {
    waiting.clear();
    taken.clear();
  }

  private void work() {
    if (!working && !waiting.isEmpty()) {
      working = true;
      Platform.runLater(() -> {
        working = false;
        if (waiting.isEmpty()) {
          return;
        }
        take(next());
        work();
      });
    }
  }

  /** What was asked for last is what is seen now: of that, from the top down. */
  private int next() {
    int next = waiting.getFirst();
    for (int above = 1; above < SEEN && waiting.contains(next - 1); above++) {
      next--;
    }
    waiting.remove(next);
    return next;
  }

  private void take(int index) {
    ReadOnlyObjectWrapper<@Nullable Image> picture = taken.get(index);
    if (picture != null) {
      SlideView view = PlaceView.maker(model, pictures).make(deck.opened(), index);
      view.showUnanswered();
      desk.getChildren().setAll(view);
      double factor = pixels / SlideView.WIDTH;
      SnapshotParameters small = new SnapshotParameters();
      small.setTransform(Transform.scale(factor, factor));
      picture.set(desk.snapshot(small, null));
      desk.getChildren().clear();
    }
  }
}
