package replicationlab.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The course's own lines, as of 9.0 and as of every later version. */
class RetoldTest {

  private static final Changes CHANGES =
      Changes.read(ProgramFiles.find().lessons().resolve("high-availability/changes.yaml"));

  @TempDir Path folder;

  private static List<String> marked(Retold retold) {
    return retold.stretches().stream()
        .map(stretch -> retold.text().substring(stretch.start(), stretch.end()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wal_keep_segments = 50         | 12 | wal_keep_segments = 50",
        "wal_keep_segments = 50         | 13 | wal_keep_size = 800MB",
        "wal_level = hot_standby        |  9 | wal_level = replica",
        "wal_level = archive            | 18 | wal_level = replica",
        "SELECT pg_start_backup('testing'); | 14 | SELECT pg_start_backup('testing');",
        "SELECT pg_start_backup('testing'); | 15 | SELECT pg_backup_start('testing');",
        "SELECT pg_stop_backup();       | 18 | SELECT labelfile FROM pg_backup_stop();",
        "cp /u/pg/share/recovery.conf.sample /u/pg/data2/recovery.conf | 12 | touch /u/pg/data2/standby.signal",
        "rm /u/pg/data2/postmaster.pid  | 18 | rm /u/pg/data2/postmaster.pid",
        "cp -p -R /u/pg/data /u/pg/data2 | 18 | cp -p -R /u/pg/data /u/pg/data2",
      })
  void aLineIsWrittenAsTheVersionHasIt(String written, int major, String now) {
    assertThat(CHANGES.asOf(written, major).text()).isEqualTo(now);
  }

  @Test
  void onlyTheWordsThatChangedAreMarked() {
    assertThat(marked(CHANGES.asOf("wal_level = hot_standby", 18))).containsExactly("replica");
    assertThat(marked(CHANGES.asOf("SELECT pg_start_backup('testing');", 18)))
        .containsExactly("pg_backup_start");
    assertThat(marked(CHANGES.asOf("  wal_keep_segments = 50\nport = 5433\n", 18)))
        .containsExactly("wal_keep_size = 800MB");
    assertThat(CHANGES.asOf("  wal_keep_segments = 50\nport = 5433\n", 18).text())
        .isEqualTo("  wal_keep_size = 800MB\nport = 5433\n");
  }

  @Test
  void asWrittenTheTextStaysAndItsChangedWordsAreMarkedOnce() {
    String line = "cp /u/pg/share/recovery.conf.sample /u/pg/data2/recovery.conf";
    Retold then = CHANGES.asWritten(line, 18);
    assertThat(then.text()).isEqualTo(line);
    assertThat(marked(then)).containsExactly("recovery.conf.sample", "recovery.conf");
    assertThat(then.stretches().getFirst().change().words())
        .contains("Since PostgreSQL 12. ")
        .contains("empty file now makes the server a standby");
    assertThat(CHANGES.asWritten(line, 11).stretches()).isEmpty();
  }

  @Test
  void aChangeWithoutALineOfCodeLeavesTheLineAndMarksTheWord() throws IOException {
    Path file = folder.resolve(Changes.FILE);
    Files.writeString(file, "- {word: initdb, since: 9, now: initdb, why: It is faster.}\n");
    Retold now = Changes.read(file).asOf("initdb -D data", 18);
    assertThat(now.text()).isEqualTo("initdb -D data");
    assertThat(marked(now)).containsExactly("initdb");
  }
}
