package replicationlab.ui.deck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import replicationlab.deck.DeckReader;

class SearchIndexTest {

  private final SearchIndex index = new SearchIndex(DeckReader.read(Decks.FOUR).slides());

  @Test
  void slidesTitlesCodeAndNotesAreSearchedInWhateverCase() {
    assertThat(index.find("LOST"))
        .containsExactly(
            new SearchIndex.Hit(0, SearchIndex.NOTES, "Ask who has ", "lost", " a server."));
    assertThat(index.find("why copy")).extracting(SearchIndex.Hit::slide).containsExactly(0, 1);
    assertThat(index.find("pg_start_backup")).singleElement().returns(2, SearchIndex.Hit::slide);
    assertThat(index.find("no such words")).isEmpty();
    assertThat(index.find("reads\n go "))
        .singleElement()
        .returns("Reads go", SearchIndex.Hit::found);
    assertThat(index.find(" ")).isEmpty();
  }

  @Test
  void longTextIsCutAroundTheWords() {
    String text = "# T\n\n" + "before ".repeat(30) + "NEEDLE" + " after".repeat(50) + "\n";
    SearchIndex.Hit hit = new SearchIndex(DeckReader.read(text).slides()).find("needle").getFirst();
    assertThat(hit.before()).startsWith("…").hasSizeLessThan(50);
    assertThat(hit.found()).isEqualTo("NEEDLE");
    assertThat(hit.after()).endsWith("…").hasSizeLessThan(130);
  }

  @Test
  void placesAreRightWhereSmallLettersAreMoreThanTheirCapitals() {
    SearchIndex turkish = new SearchIndex(DeckReader.read("# İİİ needle İ\n").slides());
    assertThat(turkish.find("Needle")).singleElement().returns("needle", SearchIndex.Hit::found);
  }

  @Test
  void tenThousandSlidesGiveNoMoreThanSomebodyReads() {
    List<replicationlab.deck.Slide> many =
        Collections.nCopies(10_000, DeckReader.read("# Same words\n").slides().getFirst());
    assertThat(new SearchIndex(many).find("words")).hasSize(SearchIndex.MOST);
  }
}
