package replicationlab.ui.present;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;
import replicationlab.course.Changes;
import replicationlab.course.OpenedDeck;
import replicationlab.course.Pictures;
import replicationlab.deck.DeckReader;
import replicationlab.ui.deck.Place;

/** What is drawn stays on its slide, and can be taken back. */
class InkTest {

  private final Memory memory = new Memory();
  private long now;
  private final Ink ink = new Ink(memory, () -> now);

  /** Answers when it is told to. */
  private static final class Memory implements InkMemory {
    private final Map<String, List<List<Double>>> kept = new HashMap<>();
    private final Deque<Runnable> answers = new ArrayDeque<>();
    private int asked;

    @Override
    public void recall(String deck, Consumer<Map<String, List<List<Double>>>> then) {
      asked++;
      Map<String, List<List<Double>>> found = Map.copyOf(kept);
      answers.add(() -> then.accept(found));
    }

    @Override
    public void remember(String deck, String slide, List<List<Double>> lines) {
      kept.put(slide, lines);
    }

    void answer() {
      answers.forEach(Runnable::run);
      answers.clear();
    }
  }

  private static OpenedDeck deck(String text) {
    Path folder = Path.of("nowhere").toAbsolutePath();
    return new OpenedDeck(
        folder.resolve("deck.md"),
        DeckReader.read(text),
        new Pictures(folder, folder),
        new Changes(List.of()));
  }

  private void draw(double x) {
    ink.begin(new Point2D(x, 0));
    ink.draw(new Point2D(x, 10));
    ink.end();
  }

  private List<Double> xs() {
    return ink.strokes().stream().map(stroke -> stroke.points().getFirst()).toList();
  }

  @Test
  void eachSlideHasItsOwn() {
    OpenedDeck deck = deck("# A\n\n***\n\n# B\n");
    ink.show(new Place(deck, 0, 0));
    draw(1);
    ink.show(new Place(deck, 1, 0));
    assertThat(xs()).isEmpty();
    draw(2);
    ink.show(new Place(deck, 0, 0));
    assertThat(xs()).containsExactly(1.0);
    ink.undo();
    assertThat(xs()).isEmpty();
    ink.show(new Place(deck, 1, 0));
    assertThat(xs()).containsExactly(2.0);
  }

  @Test
  void aLineIsKeptOnceASecondWhileItIsDrawn() {
    ink.show(new Place(deck("# A\n"), 0, 0));
    ink.begin(new Point2D(1, 0));
    now = 999_999_999L;
    ink.draw(new Point2D(1, 10));
    assertThat(memory.kept).isEmpty();
    now = 1_000_000_000L;
    ink.draw(new Point2D(1, 20));
    assertThat(memory.kept.values())
        .containsExactly(List.of(List.of(1.0, 0.0, 1.0, 10.0, 1.0, 20.0)));
    ink.draw(new Point2D(1, 30));
    assertThat(memory.kept.values())
        .as("not at each point")
        .containsExactly(List.of(List.of(1.0, 0.0, 1.0, 10.0, 1.0, 20.0)));
  }

  @Test
  void whatLiesOverASlideIsDrawnOnForAsLongAsItLiesThere() {
    OpenedDeck deck = deck("# A\n\n***\n\n# B\n");
    ink.show(new Place(deck, 0, 0));
    draw(1);
    ink.overSlide(true);
    assertThat(xs()).as("the slide is not seen").isEmpty();
    draw(2);
    assertThat(xs()).containsExactly(2.0);
    ink.overSlide(false);
    assertThat(xs()).containsExactly(1.0);
    ink.overSlide(true);
    assertThat(xs()).as("another, and clean").isEmpty();
    ink.show(new Place(deck, 1, 0));
    draw(3);
    ink.overSlide(false);
    assertThat(xs()).isEmpty();
    assertThat(memory.kept.values()).containsExactly(List.of(List.of(1.0, 0.0, 1.0, 10.0)));
  }

  @Test
  void aStepOfTheSlideLeavesTheLinesAlone() {
    OpenedDeck deck = deck("# A\n");
    ink.show(new Place(deck, 0, 0));
    draw(1);
    ink.show(new Place(deck, 0, 1));
    assertThat(xs()).containsExactly(1.0);
  }

  @Test
  void anErasingCanBeTakenBackAndSoCanWhatWasDrawnBefore() {
    ink.show(new Place(deck("# A\n"), 0, 0));
    draw(1);
    draw(2);
    ink.erase();
    assertThat(xs()).isEmpty();
    ink.undo();
    assertThat(xs()).containsExactly(1.0, 2.0);
    ink.undo();
    assertThat(xs()).containsExactly(1.0);
    ink.undo();
    ink.undo();
    assertThat(xs()).isEmpty();
  }

  @Test
  void linesStayWithTheirSlideWhenTheDeckIsReadAgainWithOneMore() {
    ink.show(new Place(deck("# A\n\n***\n\n# A\n"), 1, 0));
    draw(7);
    ink.show(new Place(deck("# New\n\n***\n\n# A\n\n***\n\n# A\n"), 2, 0));
    assertThat(xs()).containsExactly(7.0);
    ink.show(new Place(deck("# New\n\n***\n\n# A\n\n***\n\n# A\n"), 1, 0));
    assertThat(xs()).isEmpty();
  }

  @Test
  void theNextStartHasTheLinesAgainAndNotTheErasedOnes() {
    OpenedDeck deck = deck("# A\n\n***\n\n# B\n\n***\n\n# A\n");
    for (int slide = 0; slide < 3; slide++) {
      ink.show(new Place(deck, slide, 0));
      draw(slide);
    }
    draw(7);
    ink.undo();
    ink.show(new Place(deck, 1, 0));
    ink.erase();
    Ink next = new Ink(memory);
    next.show(new Place(deck("# A\n\n***\n\n# B\n\n***\n\n# A\n"), 2, 0));
    assertThat(next.strokes()).as("not found yet").isEmpty();
    memory.answer();
    assertThat(next.strokes().stream().map(Drawings.Stroke::points))
        .containsExactly(FXCollections.observableArrayList(2.0, 0.0, 2.0, 10.0));
    next.show(new Place(deck, 1, 0));
    assertThat(next.strokes()).isEmpty();
    next.show(new Place(deck, 0, 0));
    assertThat(next.strokes()).hasSize(1);
    assertThat(memory.asked).as("each start asks once").isEqualTo(2);
  }

  @Test
  void theNextStartTakesBackTheLinesOfTheLastOneByOne() {
    OpenedDeck deck = deck("# A\n\n***\n\n# B\n");
    memory.kept.put("A/0", List.of(List.of(1.0, 1.0), List.of(2.0, 2.0)));
    memory.kept.put("B/0", List.of());
    ink.show(new Place(deck, 0, 0));
    memory.answer();
    draw(3);
    assertThat(xs()).containsExactly(1.0, 2.0, 3.0);
    ink.undo();
    ink.undo();
    assertThat(xs()).containsExactly(1.0);
    assertThat(memory.kept.get("A/0")).containsExactly(List.of(1.0, 1.0));
    ink.undo();
    assertThat(xs()).isEmpty();
    assertThat(ink.isDrawnOn()).isFalse();
    ink.show(new Place(deck, 1, 0));
    assertThat(ink.isDrawnOn()).as("nothing was drawn there").isFalse();
  }

  @Test
  void allSlidesAreErasedAtOnceAndEachCanBeTakenBack() {
    memory.kept.put("B/0", List.of(List.of(3.0, 3.0)));
    OpenedDeck deck = deck("# A\n\n***\n\n# B\n");
    ink.show(new Place(deck, 0, 0));
    memory.answer();
    draw(1);
    assertThat(ink.eraseAll()).isEqualTo(2);
    assertThat(xs()).isEmpty();
    assertThat(memory.kept).isEqualTo(Map.of("A/0", List.of(), "B/0", List.of()));
    ink.show(new Place(deck, 1, 0));
    assertThat(xs()).isEmpty();
    ink.undo();
    assertThat(xs()).containsExactly(3.0);
    assertThat(ink.eraseAll()).as("the other slide is still clean").isEqualTo(1);
  }

  @Test
  void whatIsDrawnWhileTheOldLinesAreBeingFoundLiesOverThem() {
    memory.kept.put("A/0", List.of(List.of(1.0, 1.0)));
    ink.show(new Place(deck("# A\n"), 0, 0));
    draw(2);
    memory.answer();
    assertThat(xs()).containsExactly(1.0, 2.0);
    assertThat(memory.kept.get("A/0")).hasSize(2);
    ink.undo();
    assertThat(xs()).containsExactly(1.0);
    assertThat(memory.kept.get("A/0")).containsExactly(List.of(1.0, 1.0));
    ink.undo();
    assertThat(xs()).as("and the old one, last").isEmpty();
  }

  @Test
  void aLineEndsWithItsSlideAndIsKept() {
    OpenedDeck deck = deck("# A\n\n***\n\n# B\n");
    ink.show(new Place(deck, 1, 0));
    draw(5);
    ink.show(new Place(deck, 0, 0));
    ink.begin(new Point2D(1, 1));
    ink.show(new Place(deck, 1, 0));
    ink.draw(new Point2D(9, 9));
    assertThat(memory.kept)
        .isEqualTo(
            Map.of(
                "A/0", List.of(List.of(1.0, 1.0)), "B/0", List.of(List.of(5.0, 0.0, 5.0, 10.0))));
    assertThat(ink.strokes().getFirst().points()).hasSize(4);
  }

  @Test
  void oneToolAtATime() {
    ink.toggle(Ink.Tool.PEN);
    ink.toggle(Ink.Tool.LASER);
    assertThat(ink.toolProperty().get()).isEqualTo(Ink.Tool.LASER);
    ink.point(new Point2D(1, 1));
    ink.toggle(Ink.Tool.LASER);
    assertThat(ink.toolProperty().get()).isEqualTo(Ink.Tool.NONE);
    assertThat(ink.laserProperty().get()).isNull();
  }
}
