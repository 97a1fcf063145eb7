package replicationlab.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Words of a shell's line, as a person would write them. */
class ShellWordsTest {

  @Test
  void quotesAreThoseThatAreNeeded() {
    assertThat(ShellWords.fileName("data/pg_hba.conf")).isEqualTo("data/pg_hba.conf");
    assertThat(ShellWords.fileName("data/my conf")).isEqualTo("'data/my conf'");
    assertThat(ShellWords.quoted("wal_level = 'replica'")).isEqualTo("\"wal_level = 'replica'\"");
    assertThat(ShellWords.quoted("$HOME")).isEqualTo("'$HOME'");
    assertThat(ShellWords.literal("it's")).isEqualTo("'it'\\''s'");
  }
}
