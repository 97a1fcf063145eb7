package replicationlab.course;

import java.io.IOException;
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

  /** What the picture is. Reads files. */
  public Picture find(Block.Picture picture) {
    try {
      Path image = deckFolder.resolve(picture.target()).normalize();
      if (Files.isRegularFile(image)) {
        return new Picture.Image(image);
      }
      if (image.equals(deckFolder.normalize())) {
        // An empty target is the folder itself, whose name may well be a diagram's.
        return new Picture.Missing(picture.target());
      }
      Path diagram = diagrams.resolve(baseName(image) + ".diagram");
      if (Files.isRegularFile(diagram)) {
        return drawn(diagram, DiagramReader.read(Files.readString(diagram)));
      }
    } catch (IOException | InvalidPathException e) {
      return new Picture.Missing(picture.target());
    }
    return new Picture.Missing(picture.target());
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
