package replicationlab.ui.shell;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javafx.stage.Screen;
import javafx.stage.Stage;
import replicationlab.settings.Settings;
import replicationlab.ui.kit.InSight;

/**
 * How the slide looked when the window was closed. The next start shows it at once, where it was,
 * until the window itself is there: whoever reads need not wait for Java. Nothing else of the
 * window is kept, because servers may have come or gone since.
 *
 * @param title the window's
 * @param window where the window was
 * @param place where the slide was in it, in JavaFX's pixels
 * @param background the window's
 * @param picture what was to be seen
 */
public record LastLook(
    String title, Settings.Window window, Rectangle2D place, Color background, Picture picture) {

  /** The style class of the picture. */
  public static final String STYLE = "last-look";

  /** Its file in the folder of the settings. */
  public static final String FILE = "last-look";

  private static final int FORMAT = 0x524c4b31;

  /**
   * In the screen's own pixels.
   *
   * @param bytes blue, green, red and alpha of each
   */
  record Picture(int width, int height, ByteBuffer bytes) {

    private static final int BYTES = 4;

    static Picture of(Node node, double scale) {
      SnapshotParameters exact = new SnapshotParameters();
      exact.setTransform(Transform.scale(scale, scale));
      WritableImage image = node.snapshot(exact, null);
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
   * Takes it out of a folder, so that it is shown once: a window that was not closed in order
   * leaves none. Empty when there is none, or none that can be read.
   */
  public static Optional<LastLook> take(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      Files.delete(file);
      return in.readInt() == FORMAT ? Optional.of(read(in)) : Optional.empty();
    } catch (IOException | IllegalArgumentException unreadable) {
      // It is only a picture: the window comes without it, a moment later.
      return Optional.empty();
    }
  }

  private static LastLook read(DataInputStream in) throws IOException {
    String title = in.readUTF();
    boolean hasBounds = in.readBoolean();
    Settings.Bounds bounds =
        new Settings.Bounds(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
    Settings.Window window = new Settings.Window(hasBounds ? bounds : null, in.readBoolean());
    Rectangle2D place =
        new Rectangle2D(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
    Color background = Color.web(in.readUTF());
    int width = in.readInt();
    int height = in.readInt();
    byte[] bytes = in.readAllBytes();
    if (width <= 0 || height <= 0 || bytes.length != (long) width * height * Picture.BYTES) {
      throw new IOException("It was not written to its end.");
    }
    return new LastLook(
        title, window, place, background, new Picture(width, height, ByteBuffer.wrap(bytes)));
  }

  /**
   * Keeps it for the next start, if the slide can be seen; on JavaFX's thread.
   *
   * @param window where the window is
   */
  static void keep(Path folder, Settings.Window window, Stage stage, Node slide) {
    // While presenting, it is not where the next window will have it.
    if (stage.isFullScreen() || !InSight.of(slide).getValue()) {
      return;
    }
    Scene scene = stage.getScene();
    Bounds place = slide.localToScene(slide.getBoundsInLocal());
    Picture picture = Picture.of(slide, stage.getOutputScaleX());
    Path file = folder.resolve(FILE);
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      Settings.Bounds bounds = window.bounds();
      out.writeInt(FORMAT);
      out.writeUTF(stage.getTitle());
      out.writeBoolean(bounds != null);
      out.writeDouble(bounds == null ? 0 : bounds.x());
      out.writeDouble(bounds == null ? 0 : bounds.y());
      out.writeDouble(bounds == null ? 0 : bounds.width());
      out.writeDouble(bounds == null ? 0 : bounds.height());
      out.writeBoolean(window.maximised());
      out.writeDouble(place.getMinX());
      out.writeDouble(place.getMinY());
      out.writeDouble(place.getWidth());
      out.writeDouble(place.getHeight());
      out.writeUTF(background(scene).toString());
      out.writeInt(picture.width());
      out.writeInt(picture.height());
      out.write(picture.bytes().array());
    } catch (IOException e) {
      // The folder takes nothing, as the settings have told. The next start has no picture.
    }
  }

  private static Color background(Scene scene) {
    return scene.getRoot() instanceof Region root
            && root.getBackground() != null
            && !root.getBackground().getFills().isEmpty()
            && root.getBackground().getFills().getFirst().getFill() instanceof Color color
        ? color
        : Color.WHITE;
  }

  /**
   * Shows it where it was, and keeps the keys for the window; on JavaFX's thread.
   *
   * @param then called when it has been drawn, and the window manager leaves the window as it is
   */
  public void show(Stage stage, Runnable then) {
    ImageView view = new ImageView(picture.image());
    view.getStyleClass().add(STYLE);
    view.setFitWidth(place.getWidth());
    view.setFitHeight(place.getHeight());
    view.relocate(place.getMinX(), place.getMinY());
    WindowPlace.restore(stage, window);
    if (stage.isMaximized()) {
      // A window that were made as big only after it has come would be drawn twice.
      Rectangle2D all = Screen.getPrimary().getVisualBounds();
      stage.setWidth(all.getWidth());
      stage.setHeight(all.getHeight());
    }
    stage.setTitle(title);
    stage.setScene(new Scene(new Pane(view), background));
    // It can be closed as soon as there is something to close.
    stage.setOnCloseRequest(Event::consume);
    stage.getProperties().put(STYLE, true);
    EarlyKeys.keep(stage);
    new Steady(stage, view, then).start();
    stage.show();
  }

  /** Whether it was shown in this window. */
  static boolean isOn(Stage stage) {
    return stage.getProperties().containsKey(STYLE);
  }

  /**
   * Waits until the window manager has given the window its frame, its size and the keyboard: each
   * of them takes away what is drawn, and nobody draws it again while the rest is made.
   */
  private static final class Steady extends AnimationTimer {

    private static final int FRAMES = 5;
    private static final int PATIENCE = 40;

    /** Differs from 1 for no eye. */
    private static final double OTHERWISE_THE_SAME = 0.9999;

    private final Stage stage;
    private final Node view;
    private final Runnable then;
    private double width;
    private int all;
    private int same;

    Steady(Stage stage, Node view, Runnable then) {
      this.stage = stage;
      this.view = view;
      this.then = then;
    }

    @Override
    public void handle(long now) {
      double is = stage.getScene().getWidth();
      same = stage.isFocused() && is == width ? same + 1 : 0;
      width = is;
      // A frame waits for the one before to be drawn only when there is something new to draw.
      view.setOpacity(++all % 2 == 0 ? 1 : OTHERWISE_THE_SAME);
      if (same == FRAMES || all == PATIENCE) {
        stop();
        // What has been drawn comes onto the screen as a task of this thread.
        Platform.runLater(then);
      }
    }
  }
}
