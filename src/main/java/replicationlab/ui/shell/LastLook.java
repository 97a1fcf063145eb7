package replicationlab.ui.shell;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Transform;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * How the slide looked where the reader was last. The next start shows it at once, where it was,
 * until the window itself is there: whoever reads need not wait for Java. Nothing else of the
 * window is kept, because servers may have come or gone since.
 *
 * @param frame what was around it
 * @param subject what it shows
 * @param picture what was to be seen
 */
public record LastLook(LookFrame frame, LookSubject subject, Picture picture) {

  /** The style class of the picture. */
  public static final String STYLE = "last-look";

  /** Its file in the folder of the settings. */
  public static final String FILE = "last-look";

  /**
   * In the screen's own pixels.
   *
   * @param bytes blue, green, red and alpha of each
   */
  record Picture(int width, int height, ByteBuffer bytes) {

    static final int BYTES = 4;

    /** How to take a picture that has a pixel for each of the screen's. */
    static SnapshotParameters exact(double scale) {
      SnapshotParameters exact = new SnapshotParameters();
      exact.setTransform(Transform.scale(scale, scale));
      return exact;
    }

    /** Of what can be seen now; on JavaFX's thread. */
    static Picture of(Node node, double scale) {
      return of(node.snapshot(exact(scale), null));
    }

    static Picture of(Image image) {
      int width = (int) image.getWidth();
      int height = (int) image.getHeight();
      byte[] bytes = new byte[width * height * BYTES];
      image
          .getPixelReader()
          .getPixels(
              0, 0, width, height, PixelFormat.getByteBgraPreInstance(), bytes, 0, width * BYTES);
      return new Picture(width, height, ByteBuffer.wrap(bytes));
    }

    WritableImage image() {
      return new WritableImage(
          new PixelBuffer<>(width, height, bytes, PixelFormat.getByteBgraPreInstance()));
    }
  }

  /**
   * Reads it out of the folder of the settings; on any thread. Empty when there is none that can be
   * read, or the program would open at another slide or in another way than it shows.
   *
   * @param deck the file that is asked for; empty for the one that was open last
   * @param slide a link to its slide; empty for the one at which it was left
   */
  public static Optional<LastLook> in(Path folder, String deck, String slide) {
    return LookFile.read(
        folder.resolve(FILE),
        subject -> subject.isMeantBy(deck, slide) && subject.isAsItWas(folder));
  }

  /** Whether screens and colours are still as they were; on JavaFX's thread. */
  public boolean fits() {
    return frame.fits();
  }

  /**
   * Shows it where it was, and keeps the keys for the window; on JavaFX's thread.
   *
   * @param then called when it has been drawn, and the window manager leaves the window as it is
   */
  public void show(Stage stage, Runnable then) {
    ImageView view = new ImageView(picture.image());
    view.getStyleClass().add(STYLE);
    view.setFitWidth(frame.place().getWidth());
    view.setFitHeight(frame.place().getHeight());
    view.relocate(frame.place().getMinX(), frame.place().getMinY());
    WindowPlace.restore(stage, frame.window());
    if (stage.isMaximized()) {
      // A window that were made as big only after it has come would be drawn twice.
      Rectangle2D all = Screen.getPrimary().getVisualBounds();
      stage.setWidth(all.getWidth());
      stage.setHeight(all.getHeight());
    }
    stage.setTitle(frame.title());
    stage.setScene(new Scene(new Pane(view), frame.background()));
    stage.getProperties().put(STYLE, true);
    EarlyInput.keep(stage);
    new Steady(stage, view, then).start();
    stage.show();
  }

  /** Whether it was shown in this window. */
  static boolean isOn(Stage stage) {
    return stage.getProperties().containsKey(STYLE);
  }
}
