package replicationlab.deck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasteableTest {

  @Test
  void whatNeedsNoChangeIsLeftAlone() {
    Pasteable pasteable = Pasteable.of("cp -p -R 'a' \"b\"\n# done\n");

    assertThat(pasteable.text()).isEqualTo("cp -p -R 'a' \"b\"\n# done\n");
    assertThat(pasteable.changed()).isFalse();
    assertThat(pasteable.remark()).isEmpty();
  }

  @Test
  void quotesAndHyphensAreStraightened() {
    Pasteable pasteable = Pasteable.of("SELECT ‘a’, “b” –1");

    assertThat(pasteable.text()).isEqualTo("SELECT 'a', \"b\" -1");
    assertThat(pasteable.straightened()).isTrue();
    assertThat(pasteable.remark()).contains("made straight");
  }

  @Test
  void promptsAndOutputAreLeftOut() {
    Pasteable pasteable =
        Pasteable.of("$ psql -c ’\\d’ \\\n>   postgres\nList of relations\n$ ls\n");

    assertThat(pasteable.text()).isEqualTo("psql -c '\\d' \\\n  postgres\nls");
    assertThat(pasteable.promptsRemoved()).isTrue();
    assertThat(pasteable.outputLeftOut()).isTrue();
  }

  @Test
  void psqlsPromptIsAPromptToo() {
    Pasteable pasteable =
        Pasteable.of("postgres=# SELECT 1\npostgres-# + 1;\n ?column?\n----------\n 2\n(1 row)");

    assertThat(pasteable.text()).isEqualTo("SELECT 1\n+ 1;");
  }
}
