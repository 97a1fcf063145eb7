package replicationlab.ui.export;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.image.Image;
import replicationlab.course.Picture;
import replicationlab.course.Pictures;
import replicationlab.deck.Block;
import replicationlab.deck.DeckReader;
import replicationlab.deck.Slide;
import replicationlab.ui.diagram.DiagramPlaceholder;
import replicationlab.ui.diagram.DiagramView;
import replicationlab.ui.kit.ScaledImage;

/** Makes the node for a slide's picture, complete at once: nobody waits for it on paper. */
final class PaperPictures implements Function<Block.Picture, Node> {

  /** Sharp enough for paper and for any screen; a photograph has more. */
  private static final double WIDEST = 3200;

  private final Pictures pictures;

  /** Those of the slide that is on its way to paper: of a whole deck they would fill the memory. */
  private Map<Path, Image> decoded = Map.of();

  PaperPictures(Pictures pictures) {
    this.pictures = pictures;
  }

  /**
   * Decodes a slide's images, and no longer keeps those of the slide before. That may take seconds:
   * do it while JavaFX's thread does nothing here, but not on it.
   */
  Map<Path, Image> prepare(Slide slide, boolean withNotes) {
    List<Block> notes = withNotes ? DeckReader.blocks(slide.notes()) : List.of();
    Map<Path, Image> images = new HashMap<>();
    Stream.concat(slide.blocks().stream(), notes.stream())
        .filter(Block.Picture.class::isInstance)
        .map(picture -> pictures.find((Block.Picture) picture))
        .filter(Picture.Image.class::isInstance)
        .map(image -> ((Picture.Image) image).file())
        .forEach(file -> images.computeIfAbsent(file, PaperPictures::decode));
    decoded = images;
    return Map.copyOf(images);
  }

  @Override
  public Node apply(Block.Picture picture) {
    return switch (pictures.find(picture)) {
      case Picture.Image image -> image(image.file());
      case Picture.Drawn drawn -> DiagramView.of(drawn.diagram());
      case Picture.Missing missing ->
          missing.isNowhere()
              ? new DiagramPlaceholder(missing.target())
              : DiagramPlaceholder.because(missing.target(), missing.why());
    };
  }

  private Node image(Path file) {
    Image ready = decoded.get(file);
    return new ScaledImage(ready == null ? decode(file) : ready);
  }

  private static Image decode(Path file) {
    String address = file.toUri().toString();
    Image loaded = new Image(address);
    return loaded.getWidth() > WIDEST ? new Image(address, WIDEST, 0, true, true) : loaded;
  }
}
