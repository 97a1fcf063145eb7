package replicationlab.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What was drawn on the slides of each deck: a file a deck, with the lines by each slide's mark. A
 * line is x and y in turn, in pixels of the slide's canvas, to a tenth. Safe to use from several
 * threads.
 */
public final class DrawnOnSlides {

  /** Of one deck; half an hour of drawing without a pause. */
  static final int MOST_NUMBERS = 400_000;

  /** A file that we wrote is never so big. */
  private static final long MOST_BYTES = 32L * MOST_NUMBERS;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<LinkedHashMap<String, List<List<Double>>>> LINES =
      new TypeReference<>() {};

  private final DeckFiles files;
  private final Consumer<String> trouble;
  private boolean toldOfTooMuch;

  /**
   * @param settings the folder of the settings, which need not exist
   * @param trouble gets a sentence when a file could not be read, or holds all that it may; on any
   *     thread
   */
  public DrawnOnSlides(Path settings, Consumer<String> trouble) {
    this.files = new DeckFiles(settings.resolve("drawings"), ".json");
    this.trouble = trouble;
  }

  /**
   * The lines by each slide's mark. A file that somebody has spoilt is set aside, and told of.
   *
   * @throws UncheckedIOException if it can neither be read nor set aside
   */
  public synchronized Map<String, List<List<Double>>> of(String deck) {
    Path file = files.of(deck);
    if (!Files.exists(file)) {
      return new LinkedHashMap<>();
    }
    try {
      return read(file);
    } catch (IOException e) {
      setAside(file, e);
      return new LinkedHashMap<>();
    }
  }

  private static Map<String, List<List<Double>>> read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException("it is bigger than any that this program writes");
    }
    Map<String, List<List<Double>>> drawn = JSON.readValue(file.toFile(), LINES);
    if (drawn == null || !drawn.values().stream().allMatch(DrawnOnSlides::isDrawing)) {
      throw new IOException("it holds something else than lines");
    }
    return drawn;
  }

  private static boolean isDrawing(List<List<Double>> lines) {
    return lines != null && lines.stream().allMatch(DrawnOnSlides::isLine);
  }

  private static boolean isLine(List<Double> line) {
    return line != null
        && !line.isEmpty()
        && line.size() % 2 == 0
        && line.stream().allMatch(number -> number != null && Double.isFinite(number));
  }

  private void setAside(Path file, IOException why) {
    Path broken = file.resolveSibling(file.getFileName() + ".broken");
    String reason =
        why instanceof JsonProcessingException json ? json.getOriginalMessage() : why.getMessage();
    try {
      Files.move(file, broken, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "What was drawn on the slides could not be read from %s (%s)".formatted(file, reason), e);
    }
    trouble.accept(
        "What was drawn on the slides could not be read (%s), so they are shown without it; the old file is kept as %s."
            .formatted(reason, broken));
  }

  /**
   * Remembers what is drawn on a slide in the place of what was; without lines, forgets it. Of more
   * than a file may hold, what was drawn first is left out.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public synchronized void remember(String deck, String slide, List<List<Double>> lines) {
    Map<String, List<List<Double>>> drawn = of(deck);
    drawn.remove(slide);
    if (!lines.isEmpty()) {
      drawn.put(slide, lines.stream().map(DrawnOnSlides::toTenths).toList());
    }
    boolean fits = fit(drawn);
    try {
      files.write(deck, JSON.writeValueAsString(drawn));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "What was drawn could not be kept in %s (%s): make that folder writable, or it is forgotten when you quit"
              .formatted(files.of(deck), e.getMessage()),
          e);
    }
    if (!fits && !toldOfTooMuch) {
      toldOfTooMuch = true;
      trouble.accept(
          "So much is drawn on the slides of "
              + Path.of(deck).getFileName()
              + " that the oldest lines are forgotten when you quit; erase what is no longer needed"
              + " (E).");
    }
  }

  private static List<Double> toTenths(List<Double> line) {
    return line.stream().map(number -> Math.round(10 * number) / 10.0).toList();
  }

  /** Drops the oldest lines until the rest fits; whether all did. */
  private static boolean fit(Map<String, List<List<Double>>> drawn) {
    long numbers = drawn.values().stream().flatMap(List::stream).mapToLong(List::size).sum();
    boolean fits = numbers <= MOST_NUMBERS;
    while (numbers > MOST_NUMBERS) {
      var oldest = drawn.entrySet().iterator().next();
      numbers -= oldest.getValue().getFirst().size();
      List<List<Double>> rest = oldest.getValue().subList(1, oldest.getValue().size());
      if (rest.isEmpty()) {
        drawn.remove(oldest.getKey());
      } else {
        oldest.setValue(rest);
      }
    }
    return fits;
  }
}
