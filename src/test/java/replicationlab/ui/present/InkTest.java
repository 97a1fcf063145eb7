package replicationlab.ui.present;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;
import replicationlab.course.Changes;
import replicationlab.course.OpenedDeck;
import replicationlab.course.Pictures;
import replicationlab.deck.DeckReader;
import replicationlab.ui.deck.Place;

/** What is drawn stays on its slide, and can be taken back. */
class InkTest {

  private final Ink ink = new Ink();

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
