package replicationlab.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import replicationlab.lab.CheckSpec;
import replicationlab.run.TestLab;

/** How a setting is compared with what a check wants, and what is said of one that differs. */
class SettingChecksTest {

  @TempDir Path folder;

  static List<String> majors() {
    return FalseStandbysTest.majors();
  }

  private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "::1");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "Localhost",
        "\"localhost\"",
        " localhost , 127.0.0.1 ",
        "\"127.0.0.1\", \"::1\"",
        "::1",
        "127.0.0.1, ::1"
      })
  void serverListensOnThisMachineOnlyHoweverItIsWritten(String value) {
    assertThat(SettingChecks.isAmong("listen_addresses", value, LOOPBACK)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "0.0.0.0", "::", "localhost, *", "\"*\"", "", "localhost.example"})
  void serverListensToOthersOrToNobody(String value) {
    assertThat(SettingChecks.isAmong("listen_addresses", value, LOOPBACK)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void settingThatWaitsInItsFileIsReloadedAndNotWrittenAgain(String postgres) throws IOException {
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("lab"), postgres, "start-backup")) {
      String name = lab.run.major() < 13 ? "wal_keep_segments" : "wal_keep_size";
      Path conf = lab.primary().data().resolve("postgresql.conf");
      lab.sql(lab.primary(), "ALTER SYSTEM SET " + name + " = 0", "SELECT pg_reload_conf()");
      Awaitility.await().until(() -> keepsWal(lab).verdict() == Verdict.FAILED);
      assertThat(keepsWal(lab).mistake()).isEqualTo("setting-" + name.replace('_', '-'));

      lab.sql(lab.primary(), "ALTER SYSTEM SET " + name + " = 60");
      CheckResult bySystem = keepsWal(lab);
      assertThat(bySystem.mistake()).isEqualTo("not-reloaded");
      assertThat(bySystem.cause())
          .startsWith(name + " = 60 is set in data/postgresql.auto.conf, and the server has not");
      assertThat(bySystem.remedy()).contains("pg_reload_conf()", "pg_ctl -D data reload");
      assertThat(bySystem.remedy().lines().count()).isEqualTo(2);

      lab.sql(lab.primary(), "ALTER SYSTEM RESET " + name);
      Files.writeString(conf, name + " = 70\n", StandardOpenOption.APPEND);
      CheckResult byHand = keepsWal(lab);
      assertThat(byHand.cause()).startsWith(name + " = 70 is set in data/postgresql.conf");
      assertThat(lab.run.apply(byHand.actions()).join()).isEmpty();
      Awaitility.await().until(() -> keepsWal(lab).verdict() == Verdict.PASSED);
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void settingThatWaitsForAStartIsRestartedBeforeAndAfterAReload(String postgres)
      throws IOException {
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("lab"), postgres, "start-backup")) {
      Path conf = lab.primary().data().resolve("postgresql.conf");
      CheckSpec seven = new CheckSpec(0, "setting", List.of("primary", "max_wal_senders", "7"));
      Files.writeString(conf, "max_wal_senders = 7\n", StandardOpenOption.APPEND);
      assertThat(look(lab, seven).mistake()).isEqualTo("not-restarted");
      assertThat(look(lab, seven).cause()).contains("max_wal_senders = 7 is set in data/");
      lab.bench.control().reload(lab.primary(), line -> {});
      Awaitility.await()
          .until(() ->
              lab.sql(
                      lab.primary(),
                      "SELECT pending_restart FROM pg_settings WHERE name = 'max_wal_senders'")
                  .equals("t"));
      assertThat(look(lab, seven).mistake()).isEqualTo("not-restarted");
    }
  }

  private static CheckResult keepsWal(TestLab lab) {
    return look(lab, new CheckSpec(0, "keeps-wal", List.of()));
  }

  private static CheckResult look(TestLab lab, CheckSpec check) {
    return LabChecks.look(lab.system(), List.of(check)).getFirst();
  }
}
