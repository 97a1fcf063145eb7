package replicationlab.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import replicationlab.deck.DeckReader;
import replicationlab.deck.Slide;

class ChangesTest {

  private static final String YAML =
      """
      - {word: wal_keep_segments, since: 13, now: wal_keep_size = 800MB, why: It counts bytes.}
      - {word: recovery.conf, since: 12, now: standby.signal, why: One file less.}
      - {word: pg_start_backup, since: 15, now: pg_backup_start, why: Exclusive mode has gone.}
      - {word: pg_start_backup, since: 9.6, now: 'pg_start_backup(…, false)', why: Non-exclusive.}
      - {word: archive, since: 9, now: replica, why: Merged.}
      """;

  private final Changes changes = Changes.parse(YAML);

  @Test
  void theNewestChangeUpToTheChosenVersionCounts() {
    Slide slide = slide("# Backup\n\n\tSELECT pg_start_backup('x');\n");

    assertThat(changes.changesFor(slide, 18))
        .extracting(Change::now)
        .containsExactly("pg_backup_start");
    assertThat(changes.changesFor(slide, 14))
        .extracting(Change::sinceVersion)
        .containsExactly("9.6");
    assertThat(changes.changesFor(slide, 8)).isEmpty();
  }

  @Test
  void wordsAreWholeWordsInCodeOrProse() {
    Slide slide = slide("# A\n\nEdit recovery.conf:\n\n\tarchive_mode = on\n");

    assertThat(changes.changesFor(slide, 18))
        .extracting(Change::word)
        .containsExactly("recovery.conf");
  }

  @Test
  void aBadEntryIsAProblemAndTheOthersStay() {
    Changes bad = Changes.parse("- {word: a, since: 12, now: b}\n- {word: c}\n");

    assertThat(bad.all()).containsExactly(new Change("a", 12, "b", ""));
    assertThat(bad.problems()).hasSize(1);
  }

  @Test
  void nothingIsThrown() {
    for (String text : List.of("", "x", "- [", "a: b", "- 1\n- {}", "\u0000")) {
      assertThat(Changes.parse(text).all()).isEmpty();
    }
    assertThat(Changes.read(Path.of("no", "such", "file"))).isEqualTo(Changes.NONE);
  }

  private static Slide slide(String text) {
    return DeckReader.read(text).slides().getFirst();
  }
}
