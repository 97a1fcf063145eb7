package replicationlab.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import replicationlab.postgres.TestServer;
import replicationlab.postgres.install.Installation;
import replicationlab.postgres.sql.Server;
import replicationlab.postgres.sql.Session;
import replicationlab.run.TestLab;

/** The names that are refused behind a dot, compared with what real servers can call so. */
class CatalogNamesTest {

  /** Takes one value that a statement can have, which nothing of the server's own is. */
  private static final String ONE_VALUE =
      "pronargs >= 1 AND pronargs - pronargdefaults <= 1 AND NOT proargtypes[0] = ANY"
          + " ('{internal,cstring}'::regtype[]::oid[])";

  private static final String DO_MORE =
      "SELECT DISTINCT proname FROM pg_proc WHERE provolatile = 'v' AND " + ONE_VALUE;

  /** They draw lots, read the clock, look at one transaction or operator class, or make a type. */
  private static final Set<String> HARMLESS =
      Set.of("random_normal", "array_shuffle", "uuidv7", "txid_status", "amvalidate", "pg_lsn");

  private static final String RELATIONS =
      "SELECT relname FROM pg_class WHERE relnamespace = 'pg_catalog'::regnamespace AND relkind IN"
          + " ('r', 'v') AND relname LIKE 'pg\\_%'";

  private static final String FUNCTIONS = "SELECT DISTINCT proname FROM pg_proc WHERE " + ONE_VALUE;

  @TempDir Path folder;

  static Stream<Installation> servers() {
    return TestLab.installations().found().stream().filter(Installation::canRunServers);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void realServerCallsNothingBehindADotThatDoesMoreThanWorkOutAValue(Installation installation) {
    try (TestServer server = start(installation);
        Session session = Session.toAsk(Server.local(server.port()))) {
      assertThat(names(session, DO_MORE))
          .contains("pg_sleep", "pg_ls_dir", "lo_import")
          .filteredOn(name -> !SqlVocabulary.FUNCTIONS.contains(name) && !HARMLESS.contains(name))
          .allMatch(CatalogNames::callsBehindDot);
      assertThat(names(session, RELATIONS)).isNotEmpty().noneMatch(CatalogNames::callsBehindDot);
      // A relation's name is let through, so no function may have it.
      assertThat(names(session, FUNCTIONS))
          .filteredOn(name -> name.startsWith("pg_"))
          .filteredOn(name -> !SqlVocabulary.FUNCTIONS.contains(name) && !HARMLESS.contains(name))
          .allMatch(CatalogNames::callsBehindDot);
    }
  }

  private TestServer start(Installation installation) {
    String version = installation.version().toString();
    return TestServer.start(TestLab.installations().choose(version, words -> {}), folder);
  }

  private static List<String> names(Session session, String sql) {
    return session.query(sql).rows().stream()
        .map(row -> Objects.toString(row.getFirst(), ""))
        .toList();
  }
}
