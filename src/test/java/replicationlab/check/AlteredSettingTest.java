package replicationlab.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import replicationlab.lab.CheckSpec;
import replicationlab.run.TestLab;

/** What ALTER SYSTEM has set is set by it again: its file is not to be edited by hand. */
class AlteredSettingTest {

  private static final String READ_ONLY = "default_transaction_read_only";

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("replicationlab.check.FalseStandbysTest#majors")
  void serverThatAnswersIsToldAndOnlyOneThatIsStoppedHasItsFileEdited(String postgres)
      throws IOException {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), postgres)) {
      lab.sql(
          lab.primary(),
          "ALTER SYSTEM SET " + READ_ONLY + " = on",
          "ALTER SYSTEM SET log_temp_files = '1MB'",
          "SELECT pg_reload_conf()");
      Awaitility.await().until(() -> lab.proof().verdict() == Verdict.FAILED);
      assertThat(remedy(lab, "log_temp_files", "2MB"))
          .contains("ALTER SYSTEM SET log_temp_files = '2MB'");
      assertThat(remedy(lab, "work_mem", "8MB")).contains("data/postgresql.conf");
      CheckResult named =
          lab.proof().checks().stream()
              .filter(row -> row.mistake().equals("primary-read-only"))
              .findFirst()
              .orElseThrow();
      assertThat(named.remedy())
          .contains("ALTER SYSTEM RESET " + READ_ONLY)
          .doesNotContain("auto.conf");
      assertThat(lab.run.apply(named.actions()).join()).isEmpty();
      Awaitility.await().until(() -> lab.proof().verdict() == Verdict.PASSED);
      assertThat(Files.readString(lab.primary().data().resolve("postgresql.auto.conf")))
          .doesNotContain(READ_ONLY);
      lab.stop(lab.primary());
      assertThat(remedy(lab, "log_temp_files", "2MB")).contains("data/postgresql.auto.conf");
    }
  }

  /** As pg_basebackup -R leaves it: nothing of it stands in postgresql.conf. */
  @Test
  void connectionOfAStandbyThatAnswersIsAltered() throws IOException {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), "18")) {
      Path conf = lab.standby().data().resolve("postgresql.conf");
      Files.writeString(
          conf, Files.readString(conf).replaceAll("(?m)^primary_conninfo", "#primary_conninfo"));
      lab.sql(
          lab.standby(),
          "ALTER SYSTEM SET primary_conninfo = 'host=127.0.0.1 port=1 user=postgres'",
          "SELECT pg_reload_conf()");
      Awaitility.await().until(() -> lab.proof().verdict() == Verdict.FAILED);
      CheckResult named =
          lab.proof().checks().stream()
              .filter(row -> row.mistake().equals("conninfo-wrong-port"))
              .findFirst()
              .orElseThrow();
      assertThat(named.remedy())
          .contains("ALTER SYSTEM SET primary_conninfo = '")
          .contains("port=" + lab.primary().port())
          .doesNotContain("auto.conf");
      assertThat(lab.run.apply(named.actions()).join()).isEmpty();
      Awaitility.await().until(() -> lab.proof().verdict() == Verdict.PASSED);
    }
  }

  @Test
  void connectionThatIsNotSetIsAltered() throws IOException {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), "18")) {
      lab.sql(lab.standby(), "ALTER SYSTEM SET primary_conninfo = ''", "SELECT pg_reload_conf()");
      Awaitility.await().until(() -> configured(lab).mistake().equals("conninfo-missing"));
      assertThat(configured(lab).remedy())
          .contains("ALTER SYSTEM SET primary_conninfo = '", "restart")
          .doesNotContain("auto.conf");
      assertThat(lab.run.apply(configured(lab).actions()).join()).isEmpty();
      assertThat(configured(lab).verdict()).isEqualTo(Verdict.PASSED);
      Awaitility.await().until(() -> lab.proof().verdict() == Verdict.PASSED);
    }
  }

  /** What the primary has from ALTER SYSTEM has the last word in a copy, too. */
  @Test
  void freshCopyHasItsSettingsWhereThePrimaryHasThem() {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), "18")) {
      lab.sql(
          lab.primary(),
          "ALTER SYSTEM SET hot_standby = off",
          "ALTER SYSTEM SET primary_conninfo = 'port=1'");
      try (Asking asking = new Asking()) {
        Remedy remedy = FreshCopy.of(new Scene(lab.system(), asking)).as("");
        assertThat(lab.run.apply(remedy.actions()).join()).isEmpty();
      }
      Awaitility.await().until(() -> lab.proof().verdict() == Verdict.PASSED);
    }
  }

  /** On each other's ports neither can be told, so both are stopped before a file is edited. */
  @Test
  void portsThatAreMixedUpAreSetWhereTheyAre() throws IOException {
    try (TestLab lab = TestLab.done(folder.resolve("lab"), "18")) {
      int primary = lab.primary().port();
      int standby = lab.standby().port();
      lab.sql(lab.primary(), "ALTER SYSTEM SET port = " + standby);
      lab.sql(
          lab.standby(),
          "ALTER SYSTEM SET port = " + primary,
          "ALTER SYSTEM SET primary_conninfo = 'host=127.0.0.1 port=" + standby + "'");
      lab.stop(lab.standby());
      lab.stop(lab.primary());
      lab.start(lab.primary());
      lab.start(lab.standby());
      CheckResult mixed =
          lab.proof().checks().stream()
              .filter(row -> row.mistake().equals("ports-swapped"))
              .findFirst()
              .orElseThrow();
      assertThat(mixed.remedy()).containsSubsequence("-m fast stop", "auto.conf", "start");
      assertThat(lab.run.apply(mixed.actions()).join()).isEmpty();
      Awaitility.await().until(() -> lab.proof().verdict() == Verdict.PASSED);
    }
  }

  private static CheckResult configured(TestLab lab) {
    CheckSpec check = new CheckSpec(0, "standby-configured", List.of());
    return LabChecks.look(lab.system(), List.of(check)).getFirst();
  }

  private static String remedy(TestLab lab, String name, String value) {
    try (Asking asking = new Asking()) {
      return new Scene(lab.system(), asking).primary.set(name, value).as("").text(lab.system());
    }
  }
}
