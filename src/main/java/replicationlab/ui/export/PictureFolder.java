package replicationlab.ui.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import replicationlab.deck.Slide;
import replicationlab.export.ExportFailed;
import replicationlab.export.ExportOrder;
import replicationlab.export.ExportWatch;
import replicationlab.export.Exported;
import replicationlab.export.Target;
import replicationlab.ui.deck.SlideView;

/** A folder of pictures, one a slide or one a step; all of them or none. */
final class PictureFolder {

  private final ExportOrder order;
  private final int width;
  private final ExportWatch watch;
  private final Path folder;
  private final List<Path> written = new ArrayList<>();
  private final List<Path> fresh = new ArrayList<>();

  PictureFolder(ExportOrder order, int width, ExportWatch watch) {
    this.order = order;
    this.width = width;
    this.watch = watch;
    this.folder = order.target().toAbsolutePath().normalize();
  }

  Exported write() throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new ExportFailed(folder + " is a file; name a folder for the pictures.");
    }
    boolean isNew = !Files.exists(folder);
    Files.createDirectories(folder);
    boolean complete = false;
    try {
      int count = all();
      complete = true;
      return new Exported(written, count, List.of());
    } finally {
      if (!complete) {
        takeBack(isNew);
      }
    }
  }

  private int all() throws IOException {
    SlideStage stage = OnFxThread.call(() -> new SlideStage(order));
    List<Slide> slides = stage.slides();
    int digits = Math.max(2, Integer.toString(slides.size()).length());
    for (int i = 0; i < slides.size(); i++) {
      DeckExporter.goOn(watch, i, slides.size());
      int index = i;
      stage.prepare(index);
      SlideView view = OnFxThread.call(() -> stage.build(index));
      int pages =
          OnFxThread.call(() -> {
            stage.show(view, 0);
            return stage.pages(view);
          });
      for (int step = 0; step < pages; step++) {
        String name = ("slide-%0" + digits + "d").formatted(i + 1);
        Path file = folder.resolve(name + (pages > 1 ? "-" + (step + 1) : "") + ".png");
        int now = step;
        WritableImage image =
            OnFxThread.call(() -> {
              stage.show(view, now);
              return stage.picture(view, width);
            });
        picture(file, image);
      }
    }
    DeckExporter.goOn(watch, slides.size(), slides.size());
    return written.size();
  }

  private void picture(Path file, WritableImage image) throws IOException {
    boolean isFresh = !Files.exists(file);
    Target.write(
        file,
        order.replace(),
        half -> {
          if (!ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", half.toFile())) {
            throw new IOException("this Java cannot write PNG files");
          }
        });
    written.add(file);
    if (isFresh) {
      fresh.add(file);
    }
  }

  /** Those that were not there before; what was replaced is whole. */
  private void takeBack(boolean isNew) {
    try {
      for (Path file : fresh) {
        Files.deleteIfExists(file);
      }
      if (isNew) {
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      // The failure that counts is already on its way to the user.
      fresh.clear();
    }
  }
}
