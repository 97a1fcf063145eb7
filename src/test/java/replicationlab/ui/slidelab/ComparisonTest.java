package replicationlab.ui.slidelab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import replicationlab.ui.slidelab.Comparison.Mark;

/** What matters on a slide is told apart from what is different on every machine. */
class ComparisonTest {

  private static final String TABLE =
      """
                 List of relations
       Schema |    Name    | Type  |  Owner
      --------+------------+-------+----------
       public | streamtest | table | postgres
      (1 row)
      """;

  private static Comparison compare(String slide, String printed) {
    return Comparison.of(slide.lines().toList(), printed.lines().toList());
  }

  @Test
  void widerColumnsAndBlankLinesAreNoDifference() {
    Comparison comparison =
        compare(
            TABLE,
            """

                           List of relations
             Schema |      Name      |  Type   |   Owner
            --------+----------------+---------+------------
             public | streamtest     | table   | postgres
            (1 row)

            """);
    assertThat(comparison.lines()).extracting(line -> line.mark()).containsOnly(Mark.SAME);
    assertThat(comparison.words()).isEqualTo("As on the slide.");
  }

  @Test
  void aRowMoreIsMarkedAndSoIsTheCountOfRows() {
    Comparison comparison =
        compare(
            TABLE,
            TABLE
                .replace(" public |", " public | firsttest  | table | postgres\n public |")
                .replace("(1 row)", "(2 rows)"));
    assertThat(comparison.lines())
        .filteredOn(line -> line.mark() != Mark.SAME)
        .extracting(line -> line.mark() + " " + line.text().strip())
        .containsExactly(
            "ADDED public | firsttest  | table | postgres", "MISSING (1 row)", "ADDED (2 rows)");
    assertThat(comparison.words())
        .isEqualTo(
            "Not as on the slide: 1 line of the slide did not come, 2 lines came that the slide has"
                + " not.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0/2000020; 0/16B3748",
        "started at 2011-03-04 10:11:12.5 UTC; started at 2026-11-26 02:11:12.123456+00",
        "Time: 1.234 ms; Time: 40.2 ms",
        "server started (PID: 4711); server started (PID: 99)",
        "listening on port 5432; listening on port 40123",
        "host=localhost port=5432; host=localhost port=41000",
        "000000010000000000000003; 00000001000000000000000A",
        "PostgreSQL 9.0.3 on x86_64; PostgreSQL 18.6 on x86_64",
        "Success. /u/pg/data; Success. /home/me/replication-lab/data",
        "6876543210987654321; 7576543210987654321",
        "size 800MB; size 16MB",
      })
  void whatDiffersByNatureIsNoDifferenceAndIsMarked(String slide, String printed) {
    Comparison comparison = compare(slide, printed);
    assertThat(comparison.lines())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.mark()).isEqualTo(Mark.NATURAL);
          assertThat(line.text()).isEqualTo(printed);
          assertThat(line.slide()).isEqualTo(slide);
        });
    assertThat(comparison.differences()).isZero();
    assertThat(comparison.words()).endsWith("but for what differs from run to run.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "INSERT 0 1; INSERT 0 2",
        "f; t",
        "ERROR:  cannot execute INSERT in a read-only transaction; INSERT 0 1",
        "on; off",
        "1/2 done; 2/2 finished",
        "wal_level | hot_standby; wal_level | replica",
      })
  void whatMattersIsADifference(String slide, String printed) {
    assertThat(compare(slide, printed).differences()).isEqualTo(2);
  }

  @Test
  void nothingWasPrinted() {
    Comparison comparison = Comparison.of(TABLE.lines().toList(), List.of());
    assertThat(comparison.count(Mark.MISSING)).isEqualTo(5);
  }
}
