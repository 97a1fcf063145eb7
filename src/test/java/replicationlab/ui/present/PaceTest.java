package replicationlab.ui.present;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import replicationlab.deck.DeckReader;
import replicationlab.deck.TimedNotes;

/** How the time goes, beside the plan, with a clock that the test turns. */
class PaceTest {

  private static Plan plan(String matter, String... notes) {
    StringBuilder deck = new StringBuilder("---\ntitle: T\n" + matter + "\n---\n");
    for (int i = 0; i < notes.length; i++) {
      deck.append(i == 0 ? "" : "\n***\n").append("\n# Slide\n");
      deck.append(notes[i].isEmpty() ? "" : "\n<!--\n" + notes[i] + "\n-->\n");
    }
    return Plan.of(DeckReader.read(deck.toString()));
  }

  private static List<Long> seconds(Plan plan) {
    return plan.slides().stream().map(Duration::toSeconds).toList();
  }

  @Test
  void theDecksMinutesAreSpreadEvenly() {
    assertThat(seconds(plan("minutes: 10", "", "", "", "")))
        .containsExactly(150L, 150L, 150L, 150L);
  }

  @Test
  void aSlideThatSaysItsOwnTimeLeavesTheRestToTheOthers() {
    assertThat(seconds(plan("minutes: 10", "minutes: 4\nSay this.", "", "minutes: 1,5", "")))
        .containsExactly(240L, 135L, 90L, 135L);
  }

  @Test
  void whereAllSlidesSayTheirsTheDeckNeedNot() {
    Plan plan = plan("author: A", "minutes: 2", "minutes: 0.5 min");
    assertThat(seconds(plan)).containsExactly(120L, 30L);
    assertThat(plan.whole()).isEqualTo(Duration.ofSeconds(150));
  }

  @Test
  void slidesThatSayMoreThanTheDeckHasLeaveNothing() {
    assertThat(seconds(plan("minutes: 3", "minutes: 4", ""))).containsExactly(240L, 0L);
  }

  @Test
  void withoutMinutesThereIsNoPlan() {
    assertThat(plan("author: A", "minutes: 2", "").isThere()).isFalse();
    assertThat(plan("minutes: soon", "").isThere()).isFalse();
    assertThat(Pace.of(plan("author: A", ""), 0, Duration.ofMinutes(3)).words()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, on time, 10:00",
    "0, 150, on time, 7:30",
    "0, 175, on time, 7:05", // a little late is not late
    "0, 300, 3 min behind, 5:00",
    "1, 200, on time, 6:40",
    "3, 60, 7 min ahead, 9:00",
    "3, 700, 2 min behind, \u22121:40",
  })
  void thePaceAtASlide(int slide, int seconds, String words, String remaining) {
    Pace pace = Pace.of(plan("minutes: 10", "", "", "", ""), slide, Duration.ofSeconds(seconds));
    assertThat(pace.words()).isEqualTo(words);
    assertThat(Pace.clock(pace.remaining())).isEqualTo(remaining);
  }

  @Test
  void pausesDoNotCount() {
    Instant[] now = {Instant.parse("2026-01-01T10:00:00Z")};
    Stopwatch watch = new Stopwatch(() -> now[0]);
    assertThat(watch.isFresh()).isTrue();
    watch.go();
    now[0] = now[0].plusSeconds(65);
    assertThat(Pace.clock(watch.elapsed())).isEqualTo("1:05");
    watch.pause();
    now[0] = now[0].plusSeconds(600);
    assertThat(watch.elapsed()).isEqualTo(Duration.ofSeconds(65));
    assertThat(watch.isFresh()).isFalse();
    watch.go();
    watch.go();
    now[0] = now[0].plusSeconds(3_600);
    assertThat(Pace.clock(watch.elapsed())).isEqualTo("1:01:05");
    watch.restart();
    assertThat(watch.runs()).isTrue();
    assertThat(watch.elapsed()).isZero();
    now[0] = now[0].minusSeconds(5);
    assertThat(watch.elapsed()).as("the clock was set back").isZero();
  }

  @Test
  void theLineWithTheTimeIsNoPartOfTheNotes() {
    assertThat(TimedNotes.of("minutes: 3\n\n**Say:** this").text()).isEqualTo("**Say:** this");
    assertThat(TimedNotes.of("Say: minutes: 3").planned()).isNull();
    assertThat(TimedNotes.of("minutes: three").text()).isEqualTo("minutes: three");
  }
}
