package replicationlab.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lesson's line means what it would mean in a shell, as far as it can be said without one. */
class CommandWordsTest {

  @Test
  void quotesHoldWordsTogetherAndKeepBackslashes() {
    CommandWords words = CommandWords.parse("psql -p 5433 -c \"\\d\" 'my db'");
    assertThat(words.words()).containsExactly("psql", "-p", "5433", "-c", "\\d", "my db");
    assertThat(words.valueOf("-p")).isEqualTo("5433");
    assertThat(words.valueOf("-x")).isEmpty();
  }

  @Test
  void assignmentsInFrontAreTheCommandsEnvironment() {
    CommandWords words = CommandWords.parse("PGDATA=data2 pg_ctl -l logs/standby.log start");
    assertThat(words.environment()).containsEntry("PGDATA", "data2");
    assertThat(words.program()).isEqualTo("pg_ctl");
    assertThat(words.arguments()).containsExactly("-l", "logs/standby.log", "start");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rm data; rm x",
        "cat data | sh",
        "cp $(x) y",
        "echo `id`",
        "cat < x",
        "rm *",
        "a & b",
        "A=1",
        "rm 'x"
      })
  void whatOnlyAShellCouldDoIsRefused(String line) {
    assertThatThrownBy(() -> CommandWords.parse(line)).isInstanceOf(IllegalArgumentException.class);
  }
}
