package replicationlab.ui.deck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import replicationlab.deck.DeckReader;

class SlideNamesTest {

  @Test
  void repeatedTitlesAreToldApart() {
    String deck =
        "# A\n\n###One:\n\n***\n\n# A\n\n### Two\n\n***\n\n# B\n***\n# B\n***\n# C\n***\njust text";

    assertThat(SlideNames.of(DeckReader.read(deck).slides()))
        .containsExactly("One", "Two", "B (1)", "B (2)", "C", "just text");
  }
}
