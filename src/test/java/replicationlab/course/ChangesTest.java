package replicationlab.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.deck.DeckReader;
import replicationlab.deck.Slide;

class ChangesTest {

  private static final String YAML =
      """
      - {word: wal_keep_segments, since: 13, now: wal_keep_size = 800MB, why: It counts bytes.}
      - {word: recovery.conf, since: 12, now: standby.signal, why: One file less.}
      - {word: pg_start_backup, since: 15, now: pg_backup_start, why: Exclusive mode has gone.}
      - {word: pg_start_backup, since: 9, now: 'pg_start_backup(…, false)', why: Non-exclusive.}
      - {word: archive, since: 9, now: replica, why: Merged.}
      """;

  @TempDir Path folder;

  @Test
  void theNewestChangeUpToTheChosenVersionCounts() throws IOException {
    Slide slide = slide("# Backup\n\n\tSELECT pg_start_backup('x');\n");

    assertThat(changes().on(slide, 18)).extracting(Change::now).containsExactly("pg_backup_start");
    assertThat(changes().on(slide, 14)).extracting(Change::sinceWords).containsExactly("since 9.6");
    assertThat(changes().on(slide, 8)).isEmpty();
  }

  @Test
  void wordsAreWholeWordsInCodeOrProse() throws IOException {
    Slide slide = slide("# A\n\nEdit recovery.conf:\n\n\tarchive_mode = on\n");

    assertThat(changes().on(slide, 18)).extracting(Change::word).containsExactly("recovery.conf");
  }

  @Test
  void aCourseWithoutTheFileHasNoChanges() throws IOException {
    assertThat(Changes.read(folder.resolve("none.yaml")).all()).isEmpty();
  }

  private Changes changes() throws IOException {
    Path file = folder.resolve("changes.yaml");
    Files.writeString(file, YAML);
    return Changes.read(file);
  }

  private static Slide slide(String text) {
    return DeckReader.read(text).slides().getFirst();
  }
}
