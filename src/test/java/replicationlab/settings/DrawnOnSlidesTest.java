package replicationlab.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was drawn is there again, whatever becomes of the program or of a file. */
class DrawnOnSlidesTest {

  private static final List<Double> LINE = List.of(10.0, 20.5, 1599.9, 899.0);
  private static final List<Double> OTHER = List.of(3.0, 4.0);

  @TempDir private Path folder;

  private final List<String> told = Collections.synchronizedList(new ArrayList<>());

  private DrawnOnSlides afterAStart() {
    return new DrawnOnSlides(folder, told::add);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void linesAreThereAgainOnTheirSlideOfTheirDeckAlone() throws IOException {
    afterAStart().remember("one.md", "A/0", List.of(LINE));
    afterAStart().remember("one.md", "\"B\"\n/1", List.of(OTHER, LINE));
    afterAStart().remember("one.md", "A/0", List.of(LINE, OTHER));
    assertThat(afterAStart().of("one.md"))
        .isEqualTo(Map.of("A/0", List.of(LINE, OTHER), "\"B\"\n/1", List.of(OTHER, LINE)));
    assertThat(afterAStart().of("two.md")).isEmpty();
    assertThat(files()).as("no half file is left").hasSize(1);
    assertThat(told).isEmpty();
  }

  @Test
  void whatIsErasedStaysErased() {
    afterAStart().remember("one.md", "A/0", List.of(LINE));
    afterAStart().remember("one.md", "B/0", List.of(OTHER));
    afterAStart().remember("one.md", "A/0", List.of());
    assertThat(afterAStart().of("one.md")).isEqualTo(Map.of("B/0", List.of(OTHER)));
  }

  @Test
  void aPointIsKeptToATenthOfAPixel() {
    afterAStart().remember("one.md", "A/0", List.of(List.of(1 / 3.0, -0.04)));
    assertThat(afterAStart().of("one.md")).isEqualTo(Map.of("A/0", List.of(List.of(0.3, 0.0))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{\"A/0\": [[1, 2",
        "{\"A/0\": [[1, 2, 3]]}",
        "{\"A/0\": [[1, null]]}",
        "{\"A/0\": [[]]}",
        "{\"A/0\": null}",
        "{\"A/0\": [[1, \"NaN\"]]}",
        "\u0000\uFFFD"
      })
  void aSpoiltFileIsSetAsideAndToldOfAndCostsNoOther(String spoilt) throws IOException {
    afterAStart().remember("one.md", "A/0", List.of(LINE));
    Path file = files().getFirst();
    afterAStart().remember("two.md", "A/0", List.of(OTHER));
    Files.writeString(file, spoilt);
    DrawnOnSlides drawn = afterAStart();
    drawn.remember("one.md", "B/0", List.of(OTHER));
    assertThat(told).hasSize(1);
    assertThat(told.getFirst()).contains("could not be read (").endsWith(".json.broken.");
    assertThat(file.resolveSibling(file.getFileName() + ".broken")).hasContent(spoilt);
    assertThat(drawn.of("one.md")).isEqualTo(Map.of("B/0", List.of(OTHER)));
    assertThat(drawn.of("two.md")).isEqualTo(Map.of("A/0", List.of(OTHER)));
    assertThat(told).as("told once").hasSize(1);
  }

  @Test
  void ofTooMuchTheOldestLinesGoAndItIsSaidOnce() {
    List<Double> half = Collections.nCopies(DrawnOnSlides.MOST_NUMBERS / 2, 1599.9);
    DrawnOnSlides drawn = afterAStart();
    drawn.remember("one.md", "A/0", List.of(half, half));
    assertThat(told).isEmpty();
    drawn.remember("one.md", "B/0", List.of(LINE));
    assertThat(drawn.of("one.md")).isEqualTo(Map.of("A/0", List.of(half), "B/0", List.of(LINE)));
    drawn.remember("one.md", "B/0", List.of(half, half));
    assertThat(drawn.of("one.md")).isEqualTo(Map.of("B/0", List.of(half, half)));
    assertThat(told).hasSize(1);
    assertThat(told.getFirst()).contains("one.md").contains("erase");
  }

  @Test
  void whatCannotBeWrittenIsSaid() throws IOException {
    Files.writeString(folder.resolve("drawings"), "a file where the folder should be");
    DrawnOnSlides drawn = afterAStart();
    assertThatThrownBy(() -> drawn.remember("one.md", "A/0", List.of(LINE)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("could not be kept")
        .hasMessageContaining("make that folder writable");
  }
}
