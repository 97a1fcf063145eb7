package replicationlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import replicationlab.deck.Block;
import replicationlab.deck.Prose;
import replicationlab.lab.Guidance;
import replicationlab.lab.Step;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.sql.SqlFailure;

/** What the hints and the words for afterwards say is so on the servers of each major. */
@Tag("lab")
class HintsHoldTest {

  @TempDir Path folder;

  static List<String> bundledMajors() {
    return LabExerciseTest.bundledMajors();
  }

  @ParameterizedTest
  @MethodSource("bundledMajors")
  void everyQueryFunctionSettingAndLogLineThatTheyNameExists(String postgres) throws IOException {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), postgres)) {
      int queries = 0;
      for (Step step : lab.lab.steps()) {
        for (String code : code(step, lab.run.major())) {
          if (code.startsWith("SELECT ")) {
            assertThat(answers(lab, code)).as("%s: %s", step.id(), code).isTrue();
            queries++;
          } else if (code.matches("pg_\\w+(\\(\\))?")) {
            assertThat(isKnown(lab, code.replace("()", ""))).as("%s: %s", step.id(), code).isTrue();
          } else if (code.matches("[a-z]+_[a-z_]+")) {
            assertThat(isSetting(lab, code)).as("%s: %s", step.id(), code).isTrue();
          }
        }
      }
      assertThat(queries).isGreaterThan(5);
      String log = Files.readString(lab.standby().log());
      assertThat(log)
          .contains(
              "entering standby mode",
              "redo starts at",
              "consistent recovery state reached",
              "started streaming WAL from primary");
      assertThat(Files.readString(lab.primary().log()))
          .contains("database system is ready to accept connections");
      List<String> pid = Files.readAllLines(lab.primary().data().resolve("postmaster.pid"));
      assertThat(pid.get(3)).isEqualTo(Integer.toString(lab.primary().port()));
      assertThat(lab.primary().data().resolve("backup_label")).doesNotExist();
    }
  }

  private static List<String> code(Step step, int major) {
    Guidance guidance = step.guidance();
    return Stream.concat(
            guidance.hintsFor(major).stream().flatMap(List::stream),
            guidance.afterFor(major).stream())
        .map(Block.Paragraph.class::cast)
        .flatMap(paragraph -> paragraph.prose().spans().stream())
        .filter(span -> span.style() == Prose.Style.CODE)
        .map(Prose.Span::text)
        .toList();
  }

  private static boolean answers(TestLab lab, String query) {
    return Stream.of(lab.primary(), lab.standby())
        .anyMatch(cluster -> answers(lab, cluster, query));
  }

  private static boolean answers(TestLab lab, Cluster cluster, String query) {
    try {
      lab.sql(cluster, query);
      return true;
    } catch (SqlFailure refused) {
      return false;
    }
  }

  /** A function, a view, a program, or a folder or file of the cluster. */
  private static boolean isKnown(TestLab lab, String name) {
    List<String> places = new ArrayList<>();
    places.add("SELECT count(*) FROM pg_proc WHERE proname = '" + name + "'");
    places.add("SELECT count(*) FROM pg_class WHERE relname = '" + name + "'");
    return places.stream().anyMatch(query -> !lab.sql(lab.primary(), query).equals("0"))
        || Files.exists(lab.primary().data().resolve(name))
        || name.equals("pg_ctl")
        || name.equals("pg_basebackup");
  }

  /** Up to 11 two of them stand in a file of their own; some are fields or columns. */
  private static boolean isSetting(TestLab lab, String name) {
    String columns =
        "SELECT count(*) FROM pg_attribute WHERE attname = '"
            + name
            + "' AND attrelid = 'pg_stat_replication'::regclass";
    String settings = "SELECT count(*) FROM pg_settings WHERE name = '" + name + "'";
    return !lab.sql(lab.primary(), settings).equals("0")
        || !lab.sql(lab.primary(), columns).equals("0")
        || (lab.run.major() < 12 && List.of("standby_mode", "primary_conninfo").contains(name))
        || Files.exists(lab.standby().data().resolve(name + ".old"));
  }
}
