package replicationlab.course;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import replicationlab.deck.Block;
import replicationlab.diagram.Diagram;
import replicationlab.diagram.DiagramReader;

/**
 * Finds a slide's pictures: the file beside the deck if it is there, else our diagram of that name,
 * else nothing.
 *
 * @param deckFolder where the deck's file is
 * @param diagrams where our diagrams are
 * @param lastGood each diagram as it was when nothing was wrong with it; filled by {@link #find}
 */
public record Pictures(Path deckFolder, Path diagrams, Map<Path, Diagram> lastGood) {

  /** Those of a deck that is opened afresh. */
  public Pictures(Path deckFolder, Path diagrams) {
    this(deckFolder, diagrams, new ConcurrentHashMap<>());
  }

  /** A page of text; what is longer is no diagram of anybody's. */
  private static final long MOST_OF_A_DIAGRAM = 1 << 20;

  /** What the picture is. Reads files, but of an image only its size. */
  public Picture find(Block.Picture picture) {
    String target = picture.target();
    try {
      Path image = deckFolder.resolve(target).normalize();
      if (Files.isRegularFile(image)) {
        return image(target, image);
      }
      if (image.equals(deckFolder.normalize())) {
        // An empty target is the folder itself, whose name may well be a diagram's.
        return Picture.Missing.nowhere(target);
      }
      Path diagram = diagrams.resolve(baseName(image) + ".diagram");
      if (Files.isRegularFile(diagram)) {
        return Files.size(diagram) > MOST_OF_A_DIAGRAM
            ? new Picture.Missing(target, "is too long for a diagram")
            : drawn(diagram, DiagramReader.read(Files.readString(diagram)));
      }
    } catch (CharacterCodingException e) {
      return new Picture.Missing(target, "is a diagram that is no text in UTF-8");
    } catch (IOException | InvalidPathException e) {
      return Picture.Missing.nowhere(target);
    }
    return Picture.Missing.nowhere(target);
  }

  /** A deck from elsewhere shows what came with it, and nothing else of this machine. */
  private Picture image(String target, Path image) throws IOException {
    if (!image.toRealPath().startsWith(deckFolder.toRealPath())) {
      return new Picture.Missing(
          target, "lies outside of the deck's folder; copy the file beside the deck");
    }
    String objection = ImageSize.objection(image);
    return objection.isEmpty() ? new Picture.Image(image) : new Picture.Missing(target, objection);
  }

  private Picture drawn(Path file, Diagram now) {
    if (now.problems().isEmpty()) {
      lastGood.put(file, now);
    }
    return new Picture.Drawn(file, lastGood.getOrDefault(file, now), now.problems());
  }

  private static String baseName(Path file) {
    String name = Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
