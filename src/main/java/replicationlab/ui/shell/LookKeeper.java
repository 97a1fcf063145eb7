package replicationlab.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import replicationlab.deck.Slide;
import replicationlab.deck.SlideLinks;
import replicationlab.settings.Settings;
import replicationlab.settings.SettingsStore;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.Place;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.InSight;
import replicationlab.ui.kit.Theme;

/**
 * Keeps a {@link LastLook} of each place where the reader rests, because a program that is killed
 * has no end at which to do so; and of the one at which the program is left. Use it on JavaFX's
 * thread.
 */
final class LookKeeper {

  private static final System.Logger LOG = System.getLogger(LookKeeper.class.getName());

  /** Long enough that whoever leafs through the slides is left alone. */
  private static final Duration REST = Duration.ofSeconds(3);

  private final Path file;
  private final Stage stage;
  private final SettingsStore settings;
  private final DeckViewModel deck;
  private final Node slide;
  private final BooleanSupplier plain;
  private final UnaryOperator<Settings> withWindow;
  private volatile @Nullable View kept;

  /** All that a picture depends on: while it is the same, so is the picture. */
  private record View(
      Settings settings,
      Place place,
      @Nullable String sheet,
      int major,
      UnaryOperator<Slide> rewriting) {}

  /**
   * @param folder of the settings
   * @param slide what is to be seen of the window
   * @param plain whether it is to be seen as it will be when the program is opened again
   * @param withWindow adds to the settings where the window and its parts are
   */
  LookKeeper(
      Path folder,
      Stage stage,
      SettingsStore settings,
      DeckViewModel deck,
      Node slide,
      BooleanSupplier plain,
      UnaryOperator<Settings> withWindow) {
    file = folder.resolve(LastLook.FILE);
    this.stage = stage;
    this.settings = settings;
    this.deck = deck;
    this.slide = slide;
    this.plain = plain;
    this.withWindow = withWindow;
  }

  /** Keeps one whenever nobody has touched the scene for a moment. */
  void keepAtRest(Scene scene) {
    keepAtRest(scene, REST);
  }

  void keepAtRest(Scene scene, Duration rest) {
    var _ = new QuietMoment(scene, rest, () -> FxThread.run(this::rested));
  }

  private void rested() {
    View view = view();
    if (view == null || view.place().step() > 0 || view.equals(kept)) {
      return;
    }
    LookFrame frame = frame(view);
    slide.snapshot(
        taken -> {
          if (view.equals(view())) {
            var image = taken.getImage();
            Thread.startVirtualThread(() -> write(view, frame, () -> LastLook.Picture.of(image)));
          }
          return null;
        },
        LastLook.Picture.exact(stage.getOutputScaleX()),
        null);
  }

  /** Keeps one for the last time, if it is not kept already. */
  void keepAtTheEnd() {
    // The deck opens before the first step.
    View view = view();
    if (view != null && view.place().step() > 0) {
      deck.showStep(0);
      view = view();
    }
    if (view != null && !view.equals(kept)) {
      LastLook.Picture picture = LastLook.Picture.of(slide, stage.getOutputScaleX());
      write(view, frame(view), () -> picture);
    }
  }

  /** The slide will not be seen again as it was. */
  void forget() {
    Thread.startVirtualThread(this::delete);
  }

  private synchronized void delete() {
    kept = null;
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, () -> file + " stays: " + e);
    }
  }

  /** What is to be seen now; null when the next window will not have it as it is. */
  private @Nullable View view() {
    Place place = deck.placeProperty().get();
    boolean isElsewhere = stage.isFullScreen() || stage.isIconified();
    if (place == null || isElsewhere || !InSight.of(slide).getValue() || !plain.getAsBoolean()) {
      return null;
    }
    settings.update(withWindow);
    return new View(
        settings.current(),
        place,
        Theme.sheetProperty().get(),
        deck.majorProperty().get(),
        deck.rewritingProperty().get());
  }

  private LookFrame frame(View view) {
    return LookFrame.of(stage, view.settings().window(), slide);
  }

  private static LookSubject subject(long stamp, Place place) throws IOException {
    List<Slide> slides = place.opened().deck().slides();
    String name = place.index() < 0 ? "" : SlideLinks.name(slides, place.index());
    return LookSubject.of(stamp, place.opened().file(), place.index() + 1, name);
  }

  private synchronized void write(View view, LookFrame frame, Supplier<LastLook.Picture> picture) {
    long stamp = settings.stamp(view.settings());
    if (stamp == 0) {
      // Somebody has gone on meanwhile; there will be another rest.
      return;
    }
    try {
      LookSubject subject = subject(stamp, view.place());
      LookFile.write(file, new LastLook(frame, subject, picture.get()));
      kept = view;
    } catch (IOException e) {
      // The folder takes nothing, as the settings have told. The next start has no picture.
    }
  }
}
