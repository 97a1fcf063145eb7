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

  @Test
  void aCommandThatATerminalWouldWrapHasTwoLines() {
    String begin = "echo \"" + "x".repeat(50) + "\"";
    assertThat(ShellWords.line(begin, ">> data/a.conf")).isEqualTo(begin + " >> data/a.conf");
    String far = ">> " + "y".repeat(30);
    assertThat(ShellWords.line(begin, far)).isEqualTo(begin + " \\\n  " + far);
    assertThat(ShellWords.line("sed '" + "x".repeat(70) + "\\\nshort'", far))
        .as("its last line is short")
        .endsWith("short' " + far);
  }
}
