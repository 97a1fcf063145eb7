package replicationlab.postgres.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a file is said before the server trips over it. */
class ConfigProblemsTest {

  private static final Parameters KNOWN =
      Parameters.of(
          List.of(
              parameter("port"),
              parameter("wal_level"),
              parameter("wal_keep_size"),
              parameter("max_wal_senders")),
          "test");

  private static Parameter parameter(String name) {
    return new Parameter(name, "", "", "string", List.of(), "", "", "postmaster", "", "");
  }

  private static List<ConfigProblem> in(ConfigKind kind, int major, String... lines) {
    return ConfigProblems.of(kind, String.join("\n", lines), KNOWN, major);
  }

  @Test
  void aSoundFileHasNone() {
    assertThat(
            in(
                ConfigKind.POSTGRESQL,
                18,
                "# it’s only a comment",
                "port = 5432 # – and this",
                "include_dir = 'conf.d'",
                "my_extension.setting = 'x'"))
        .isEmpty();
    assertThat(
            in(
                ConfigKind.HBA,
                18,
                "local all all trust",
                "host replication all 127.0.0.1/32 trust",
                "host replication all 127.0.0.1 255.255.255.255 scram-sha-256",
                "include more.conf"))
        .isEmpty();
  }

  @Test
  void aMistypedNameIsNamedWithTheNearestKnownOne() {
    List<ConfigProblem> problems = in(ConfigKind.POSTGRESQL, 18, "wal_levl = replica");
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().sentence())
        .contains("no parameter wal_levl")
        .contains("wal_level?");
    assertThat(problems.getFirst().fix()).isEqualTo("wal_level = replica");
  }

  @Test
  void aNameThatIsGoneIsFollowedByWhatBecameOfIt() {
    assertThat(in(ConfigKind.POSTGRESQL, 13, "wal_keep_segments = 50"))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.sentence()).contains("Since 13 it is wal_keep_size");
          assertThat(problem.fix()).isNull();
        });
    assertThat(in(ConfigKind.POSTGRESQL, 11, "standby_mode = on"))
        .singleElement()
        .satisfies(problem -> assertThat(problem.sentence()).contains("recovery.conf"));
    assertThat(in(ConfigKind.RECOVERY, 12, ""))
        .singleElement()
        .satisfies(problem -> assertThat(problem.sentence()).contains("standby.signal"));
  }

  @Test
  void curlyQuotesAndDashesAreStraightened() {
    assertThat(in(ConfigKind.POSTGRESQL, 18, "", "wal_level = ‘replica’ # it’s"))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.line()).isEqualTo(2);
          assertThat(problem.fix()).isEqualTo("wal_level = 'replica' # it's");
        });
  }

  @Test
  void theLastOfSeveralWins() {
    List<ConfigProblem> problems =
        in(ConfigKind.POSTGRESQL, 18, "port = 1", "wal_level = minimal", "PORT = 2", "port = 5433");
    assertThat(problems).extracting(ConfigProblem::line).containsExactly(1, 3);
    assertThat(problems).allSatisfy(problem -> assertThat(problem.sentence()).contains("line 4"));
  }

  private static List<ConfigProblem> errorsIn(ConfigKind kind, int major, String... lines) {
    Parameters known =
        Parameters.of(
            List.of(
                typed("port", "integer", "", "1 to 65535", List.of()),
                typed("standby_mode", "bool", "", "", List.of())),
            "test");
    return ConfigProblems.of(kind, String.join("\n", lines), known, major).stream()
        .filter(problem -> problem.severity() == ConfigProblem.Severity.ERROR)
        .toList();
  }

  @Test
  void valueThatALaterLineOverridesIsNotReadAtAll() {
    assertThat(errorsIn(ConfigKind.POSTGRESQL, 18, "port = abc", "port = ‘1’", "port = 5433"))
        .isEmpty();
    assertThat(errorsIn(ConfigKind.POSTGRESQL, 18, "port = 5433", "port = abc"))
        .extracting(ConfigProblem::line)
        .containsExactly(2);
  }

  @Test
  void nameOrFormThatIsWrongIsAlsoWhereALaterLineOverridesIt() {
    assertThat(
            errorsIn(ConfigKind.POSTGRESQL, 18, "port = a,b", "prt = 1", "port = 5433", "prt = 1"))
        .extracting(ConfigProblem::line)
        .containsExactly(1, 2, 4);
    // As the server says, which compares the letters as they stand.
    assertThat(errorsIn(ConfigKind.POSTGRESQL, 18, "port = abc", "PORT = 5433")).hasSize(1);
    // "parameter "standby_mode" requires a Boolean value", of the first as of the last.
    assertThat(errorsIn(ConfigKind.RECOVERY, 9, "standby_mode = x", "standby_mode = on"))
        .hasSize(1);
  }

  @Test
  void lineMayBeOverriddenByAnotherFile(@TempDir Path data) throws IOException {
    Path conf = data.resolve("postgresql.conf");
    Path auto = Files.writeString(data.resolve("postgresql.auto.conf"), "port = '5433'\n");
    String conninfo = "primary_conninfo = 'host=a'\ninclude 'more.conf'\nport = abc\n";
    Files.writeString(data.resolve("more.conf"), "\nprimary_conninfo = 'host=b password=geheim'\n");
    assertThat(ConfigProblems.of(ConfigKind.POSTGRESQL, data, conf, conninfo, KNOWN, 18))
        .extracting(ConfigProblem::line, ConfigProblem::severity, ConfigProblem::sentence)
        .contains(
            tuple(
                1,
                ConfigProblem.Severity.WARNING,
                "Overridden by line 2 of more.conf, which is read later and sets primary_conninfo"
                    + " to host=b password=********."),
            tuple(
                3,
                ConfigProblem.Severity.WARNING,
                "Overridden by line 1 of postgresql.auto.conf, which is read later and sets port"
                    + " to 5433; ALTER SYSTEM RESET port takes that back."));
    assertThat(ConfigProblems.of(ConfigKind.AUTO, data, auto, Files.readString(auto), KNOWN, 18))
        .isEmpty();
  }

  @Test
  void valuesWithoutTheirQuotesAndLinesWithoutValue() {
    assertThat(in(ConfigKind.POSTGRESQL, 18, "port =", "port = 'x", "port = a,b", "5 = x"))
        .extracting(ConfigProblem::line)
        .containsExactly(1, 2, 3, 4);
  }

  @Test
  void hbaLinesThatTheServerWouldRefuse() {
    assertThat(
            in(
                ConfigKind.HBA,
                15,
                "hosts replication all 127.0.0.1/32 trust",
                "host replication all trust",
                "host replication all 127.0.0.1 trust",
                "local replication all 127.0.0.1/32 trust",
                "host replication all 127.0.0.1/32 trusted",
                "include more.conf"))
        .extracting(ConfigProblem::line)
        .containsExactly(1, 2, 3, 4, 5, 6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"my.x = 'it''", "my.x = 'it\\'", "my.x = 'it", "my.x = '''"})
  void quoteThatIsOfTheValueDoesNotCloseIt(String line) {
    assertThat(in(ConfigKind.POSTGRESQL, 18, line))
        .extracting(ConfigProblem::sentence)
        .containsExactly("The closing quote is missing.");
  }

  @Test
  void quotesInsideAValueAreNoProblem() {
    assertThat(in(ConfigKind.POSTGRESQL, 18, "my.x = 'it''s'", "my.y = 'it\\'s'", "my.z = ''"))
        .isEmpty();
  }

  @Test
  void valueMayBeAsLongAsItLikes() {
    String longValue = "my.x = '" + "a".repeat(50_000) + "''".repeat(50_000) + "'";
    assertThat(in(ConfigKind.POSTGRESQL, 18, longValue)).isEmpty();
  }

  private static Parameter typed(
      String name, String type, String unit, String range, List<String> choices) {
    return new Parameter(name, "", unit, type, choices, range, "", "sighup", "", "");
  }

  private static List<ConfigProblem> typedIn(int major, String line) {
    Parameters known =
        Parameters.of(
            List.of(
                typed("wal_keep_size", "integer", "MB", "0 to 2147483647", List.of()),
                typed("wal_sender_timeout", "INTEGER", "", "0 to 2147483647", List.of()),
                typed("max_wal_senders", "integer", "", "0 to 262143", List.of()),
                typed("log_file_mode", "integer", "", "0 to 511", List.of()),
                typed("hot_standby", "bool", "", "", List.of()),
                typed("wal_level", "enum", "", "", List.of("minimal", "replica", "logical"))),
            "test");
    return ConfigProblems.of(ConfigKind.POSTGRESQL, line, known, major);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wal_keep_size = 800",
        "wal_keep_size = 800MB",
        "wal_keep_size = '1 GB'",
        "wal_sender_timeout = 60s",
        "wal_sender_timeout = 1min",
        "max_wal_senders = 0",
        "log_file_mode = 0600",
        "hot_standby = TRUE",
        "wal_level = Replica",
        "wal_level = hot_standby",
      })
  void aValueThatTheServerTakesIsNoProblem(String line) {
    assertThat(typedIn(18, line)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "wal_keep_size = 800mb|it is MB, and not mb|wal_keep_size = 800MB",
        "wal_keep_size = '800 Mb'   # much|it is MB|wal_keep_size = '800MB'   # much",
        "wal_keep_size = 12XB|XB is no unit that wal_keep_size takes; write one of B, kB, MB|",
        "wal_keep_size = 12min|min is no unit|",
        "wal_keep_size = much|takes a number, and not much|",
        "wal_sender_timeout = 60S|it is s, and not S|wal_sender_timeout = 60s",
        "max_wal_senders = ten|takes a number, and not ten|",
        "max_wal_senders = 300000|may be 0 to 262143, and not 300000|",
        "hot_standby = maybe|either on or off, and not maybe|",
        "wal_level = standby|one of these words, and not standby: minimal, replica, logical|",
      })
  void aValueThatTheServerRefusesIsSaidAndMendedWhereItIsClear(
      String line, String words, @Nullable String fix) {
    assertThat(typedIn(18, line)).hasSize(1);
    assertThat(typedIn(18, line).getFirst().sentence()).contains(words);
    assertThat(typedIn(18, line).getFirst().fix()).isEqualTo(fix);
  }

  @Test
  void anOlderServerKnowsFewerUnits() {
    assertThat(typedIn(9, "wal_sender_timeout = 60us")).hasSize(1);
    assertThat(typedIn(12, "wal_sender_timeout = 60us")).isEmpty();
  }
}
