package replicationlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * Waits until a node has stood in its place for some frames: what is clicked must not move away.
 */
public final class Stillness {

  private static final int FRAMES = 5;

  private Stillness() {}

  /** Returns when the node stands still; fails when it never does. */
  public static void of(Node node) {
    CompletableFuture<Boolean> still = new CompletableFuture<>();
    Platform.runLater(() -> watch(node, still).start());
    assertThat(still.completeOnTimeout(false, 10, TimeUnit.SECONDS).join())
        .as("%s stands still", node)
        .isTrue();
  }

  private static AnimationTimer watch(Node node, CompletableFuture<Boolean> still) {
    return new AnimationTimer() {

      private @Nullable Bounds before;
      private int frames;

      @Override
      public void handle(long now) {
        Bounds here = node.localToScene(node.getBoundsInLocal());
        frames = here.equals(before) ? frames + 1 : 0;
        before = here;
        if (frames == FRAMES) {
          stop();
          still.complete(true);
        }
      }
    };
  }
}
