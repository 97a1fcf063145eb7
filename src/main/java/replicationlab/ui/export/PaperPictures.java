package replicationlab.ui.export;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.image.Image;
import replicationlab.course.Picture;
import replicationlab.course.Pictures;
import replicationlab.deck.Block;
import replicationlab.ui.diagram.DiagramPlaceholder;
import replicationlab.ui.diagram.DiagramView;
import replicationlab.ui.kit.ScaledImage;

/** Makes the node for a slide's picture, complete at once: nobody waits for it on paper. */
record PaperPictures(Pictures pictures) implements Function<Block.Picture, Node> {

  /** Sharp enough for paper and for any screen; a photograph has more. */
  private static final double WIDEST = 3200;

  @Override
  public Node apply(Block.Picture picture) {
    return switch (pictures.find(picture)) {
      case Picture.Image image -> image(image);
      case Picture.Drawn drawn -> DiagramView.of(drawn.diagram());
      case Picture.Missing missing ->
          missing.isNowhere()
              ? new DiagramPlaceholder(missing.target())
              : DiagramPlaceholder.because(missing.target(), missing.why());
    };
  }

  private static Node image(Picture.Image image) {
    String address = image.file().toUri().toString();
    Image loaded = new Image(address);
    if (loaded.getWidth() > WIDEST) {
      loaded = new Image(address, WIDEST, 0, true, true);
    }
    return new ScaledImage(loaded);
  }
}
