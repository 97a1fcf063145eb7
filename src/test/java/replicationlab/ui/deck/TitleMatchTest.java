package replicationlab.ui.deck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TitleMatchTest {

  private static final List<String> TITLES =
      List.of("Fail over", "Log shipping", "Failures", "Backups", "Prove it: failover");

  private static List<String> best(String typed) {
    return TitleMatch.best(TITLES, typed).stream().map(TITLES::get).toList();
  }

  @Test
  void nothingTypedMeansAllInTheirOrder() {
    assertThat(best("  ")).isEqualTo(TITLES);
  }

  @Test
  void aTitleThatBeginsWithItComesFirstThenAWordThenLetters() {
    assertThat(best("fail")).containsExactly("Fail over", "Failures", "Prove it: failover");
    assertThat(best("ship")).containsExactly("Log shipping");
    assertThat(best("flvr"))
        .as("fewer letters between")
        .containsExactly("Prove it: failover", "Fail over");
    assertThat(best("lg sh")).containsExactly("Log shipping");
    assertThat(best("zzz")).isEmpty();
  }

  @Test
  void aNumberMeansThatSlideAndThoseThatBeginWithIt() {
    List<String> many = new ArrayList<>();
    for (int i = 1; i <= 30; i++) {
      many.add("Slide of " + (char) ('a' + i % 26));
    }
    assertThat(TitleMatch.best(many, "2"))
        .containsExactly(1, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28);
  }
}
