package replicationlab.postgres.psql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellTest {

  @Test
  void showsControlCharactersAndMeasuresWideOnes() {
    assertThat(Cell.of("a\tb").lines()).containsExactly("a       b");
    assertThat(Cell.of("cr\rx\u0001").lines()).containsExactly("cr\\rx\\x01");
    assertThat(Cell.of("日本").width()).isEqualTo(4);
    assertThat(Cell.of("e\u0301").width()).isEqualTo(1);
    assertThat(Cell.of("two\nlines").lines()).containsExactly("two", "lines");
  }
}
