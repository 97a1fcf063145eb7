package replicationlab.course;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import replicationlab.deck.Block;
import replicationlab.deck.Deck;
import replicationlab.deck.DeckReader;
import replicationlab.deck.DeckText;
import replicationlab.deck.Problem;

/**
 * A deck with the file that it came from, what its pictures are, and what has changed since it was
 * written.
 *
 * @param problems everything that its author should know: of the text, of pictures that are missing
 *     or wrong, and of {@code changes.yaml}
 */
public record OpenedDeck(
    Path file, Deck deck, Pictures pictures, Changes changes, List<Problem> problems) {

  public OpenedDeck {
    problems = List.copyOf(problems);
  }

  /** Looks for the problems now, once: it reads every diagram that the deck shows. */
  public OpenedDeck(Path file, Deck deck, Pictures pictures, Changes changes) {
    this(file, deck, pictures, changes, problems(deck, pictures, changes));
  }

  /**
   * Opens any deck of our format.
   *
   * @throws IOException if the file cannot be read
   */
  public static OpenedDeck open(Path file, ProgramFiles files) throws IOException {
    Path absolute = file.toAbsolutePath().normalize();
    if (Files.exists(absolute) && !Files.isRegularFile(absolute)) {
      throw new IOException(absolute + " is no ordinary file");
    }
    Deck deck = DeckReader.read(text(absolute));
    Path folder = absolute.resolveSibling("");
    return new OpenedDeck(
        absolute,
        deck,
        new Pictures(folder, files.assets().resolve("diagrams")),
        Changes.read(folder.resolve(Changes.FILE)));
  }

  /** Whatever the bytes are, somebody wants to see them; but not more than memory has room for. */
  private static DeckText text(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return DeckText.of(in.readNBytes(DeckText.MOST_BYTES), Files.size(file));
    }
  }

  private static List<Problem> problems(Deck deck, Pictures pictures, Changes changes) {
    List<Problem> problems = new ArrayList<>(deck.problems());
    // A deck of ten thousand slides may show one diagram on all of them.
    Map<String, List<Problem>> known = new HashMap<>();
    deck.slides().stream()
        .flatMap(slide -> slide.blocks().stream())
        .filter(Block.Picture.class::isInstance)
        .map(Block.Picture.class::cast)
        .forEach(picture ->
            known.computeIfAbsent(picture.target(), _ -> problems(pictures, picture)).stream()
                .map(problem -> new Problem(picture.line(), problem.message()))
                .forEach(problems::add));
    problems.addAll(changes.problems());
    return problems;
  }

  private static List<Problem> problems(Pictures pictures, Block.Picture picture) {
    return switch (pictures.find(picture)) {
      case Picture.Image image -> List.of();
      case Picture.Missing missing ->
          List.of(
              new Problem(
                  picture.line(),
                  missing.target().isBlank()
                      ? "a picture names no file"
                      : "the picture " + missing.target() + " " + missing.why()));
      case Picture.Drawn drawn ->
          drawn.problems().stream()
              .map(problem ->
                  new Problem(
                      picture.line(),
                      drawn.file().getFileName() + ":" + problem.line() + ": " + problem.message()))
              .toList();
    };
  }
}
