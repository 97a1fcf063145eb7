package replicationlab.postgres.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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
    assertThat(problems).allSatisfy(problem -> assertThat(problem.sentence()).contains("Line 4"));
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
}
