package replicationlab.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.postgres.TestServer;
import replicationlab.postgres.cluster.Cluster;

/** What the checker's questions bring when somebody has changed a server's defaults. */
class AskingTest {

  @TempDir Path folder;

  @Test
  void whatIsNotSupportedTellsNothingAndNoDefaultIsolationCounts() {
    try (TestServer server = TestServer.start(0, folder);
        Asking asking = new Asking()) {
      Cluster cluster =
          new Cluster("primary", folder.resolve("data"), server.port(), folder.resolve("log"));
      asking.ask(cluster, "ALTER ROLE postgres SET default_transaction_isolation = serializable");
      try (Asking next = new Asking()) {
        assertThat(next.ask(cluster, "SHOW transaction_isolation").first())
            .isEqualTo("read committed");
        Asking.Answer unsupported = next.ask(cluster, "VALUES (1) FOR UPDATE");
        assertThat(unsupported.raw()).contains("0A000");
        assertThat(unsupported.tellsNothing()).isTrue();
      }
    }
  }
}
