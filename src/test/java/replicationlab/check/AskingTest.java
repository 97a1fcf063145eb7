package replicationlab.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
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

  @Test
  void whoHasSaidNoIsAskedOnceARound() throws IOException {
    try (TestServer server = TestServer.start(0, folder);
        Asking asking = new Asking()) {
      Path data = folder.resolve("data");
      Cluster cluster = new Cluster("primary", data, server.port(), folder.resolve("log"));
      Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 reject\n");
      asking.ask(cluster, "SELECT pg_reload_conf()");
      await()
          .untilAsserted(() -> {
            try (Asking next = new Asking()) {
              assertThat(next.ask(cluster, "SELECT 1").answered()).isFalse();
            }
          });
      long before = refusals();
      try (Asking next = new Asking()) {
        for (int question = 0; question < 3; question++) {
          assertThat(next.ask(cluster, "SELECT 1").raw()).contains("pg_hba.conf rejects");
        }
      }
      assertThat(refusals()).isEqualTo(before + 1);
    }
  }

  private long refusals() throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve("log"))) {
      return lines.filter(line -> line.contains("FATAL:")).count();
    }
  }
}
