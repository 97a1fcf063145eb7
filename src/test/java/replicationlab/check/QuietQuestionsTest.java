package replicationlab.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import replicationlab.run.TestLab;

/**
 * The checker's own questions are understood by every server: one that is refused leaves a mistake
 * unnamed, and an ERROR in the log for others to wonder at.
 */
class QuietQuestionsTest {

  @TempDir Path folder;

  static List<String> majors() {
    return FalseStandbysTest.majors();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void ruleOfAGroupIsNamedAndNoQuestionIsRefused(String postgres) throws IOException {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), postgres)) {
      assertThat(lab.proof().verdict()).isEqualTo(Verdict.PASSED);
      assertThat(errors(lab)).isEmpty();

      lab.sql(lab.primary(), "CREATE ROLE grp", "GRANT grp TO postgres");
      Path hba = lab.primary().data().resolve("pg_hba.conf");
      String rules = Files.readString(hba);
      Files.writeString(hba, "host replication +grp 127.0.0.1/32 reject\n" + rules);
      lab.sql(lab.primary(), "SELECT pg_reload_conf()");
      lab.stop(lab.standby());
      lab.start(lab.standby());
      Awaitility.await().until(() -> lab.proof().verdict() == Verdict.FAILED);
      CheckResult named =
          lab.proof().checks().stream()
              .filter(row -> !row.mistake().isEmpty())
              .findFirst()
              .orElseThrow();
      assertThat(errors(lab)).isEmpty();
      assertThat(named.mistake()).as(named.toString()).isEqualTo("hba-rejects");
      assertThat(named.cause()).contains("host replication +grp 127.0.0.1/32 reject");
      assertThat(lab.run.apply(named.actions()).join()).isEmpty();
      Awaitility.await().until(() -> lab.proof().verdict() == Verdict.PASSED);
      assertThat(errors(lab)).isEmpty();
    }
  }

  /** What the servers refused, with the statements. */
  private static List<String> errors(TestLab lab) throws IOException {
    List<String> errors = new ArrayList<>();
    for (String name : List.of("primary", "standby")) {
      Path log = lab.bench.workspace().folder().resolve("logs/" + name + ".log");
      List<String> lines = Files.readAllLines(log);
      for (int i = 0; i < lines.size(); i++) {
        // That a standby refuses to write is what the lab and the proof want to see.
        if (lines.get(i).contains("ERROR:")
            && !lines.get(i).contains("in a read-only transaction")) {
          errors.addAll(lines.subList(i, Math.min(i + 3, lines.size())));
        }
      }
    }
    return errors;
  }
}
