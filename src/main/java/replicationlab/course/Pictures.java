package replicationlab.course;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import replicationlab.deck.Block;
import replicationlab.deck.Deck;
import replicationlab.deck.Problem;

/** Finds a deck's pictures: the file beside the deck, else the diagram of the same name. */
public final class Pictures {

  private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp");

  private final Path deckFolder;
  private final Path diagrams;

  /** Looks beside decks in {@code deckFolder}, then in {@code assets/diagrams}. */
  public Pictures(Path deckFolder, Path assets) {
    this.deckFolder = deckFolder;
    this.diagrams = assets.resolve("diagrams");
  }

  /** Never throws: a target that is no path is a missing picture. */
  public PictureSource find(Block.Picture picture) {
    String target = picture.target().replace("%20", " ");
    try {
      Path file = deckFolder.resolve(target);
      if (isPicture(target) && Files.isRegularFile(file)) {
        return new PictureSource.Image(file.normalize());
      }
      Path name = Path.of(target).getFileName();
      Path diagram = diagrams.resolve(withoutEnding(name == null ? "" : name.toString()));
      if (Files.isRegularFile(diagram)) {
        return new PictureSource.Drawing(diagram);
      }
      return new PictureSource.Missing(
          picture.target(),
          "the picture "
              + picture.target()
              + " is missing; put it beside the deck, or a diagram "
              + diagram.getFileName()
              + " into assets/diagrams");
    } catch (InvalidPathException e) {
      return new PictureSource.Missing(
          picture.target(), "'" + picture.target() + "' is no file's name; rename the picture");
    }
  }

  /** A problem for each picture of the deck that is missing. */
  public List<Problem> problems(Deck deck) {
    return deck.slides().stream()
        .flatMap(slide -> slide.blocks().stream())
        .filter(Block.Picture.class::isInstance)
        .map(Block.Picture.class::cast)
        .flatMap(picture ->
            find(picture) instanceof PictureSource.Missing missing
                ? Stream.of(new Problem(picture.line(), missing.message()))
                : Stream.empty())
        .toList();
  }

  private static boolean isPicture(String target) {
    String lower = target.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(lower::endsWith);
  }

  private static String withoutEnding(String name) {
    int dot = name.lastIndexOf('.');
    return (dot > 0 ? name.substring(0, dot) : name) + ".diagram";
  }
}
