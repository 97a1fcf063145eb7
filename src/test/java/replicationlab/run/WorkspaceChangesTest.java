package replicationlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.postgres.cluster.ClusterState;
import replicationlab.postgres.replication.ReplicationMonitor;
import replicationlab.postgres.replication.ReplicationSnapshot;
import replicationlab.postgres.replication.ServerStatus;
import replicationlab.postgres.sql.Server;
import replicationlab.postgres.sql.Session;
import replicationlab.progress.Workspace;

class WorkspaceChangesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final Semaphore told = new Semaphore(0);

  @Test
  void settingsThatWereLoadedAgainAreNews() throws InterruptedException {
    try (WorkspaceChanges changes = new WorkspaceChanges(Workspace.open(folder), told::release)) {
      changes.accept(loaded("10:00", "10:00"));
      hears();
      changes.accept(loaded("10:00", "10:00"));
      changes.accept(loaded("10:05", "10:00"));
      hears();
      changes.accept(loaded("10:05", "10:06"));
      hears();
    }
    assertThat(told.availablePermits()).isZero();
  }

  @Test
  void aLogThatGrowsIsNoNewsAndAFileBesideItIs() throws Exception {
    Workspace workspace = Workspace.open(folder);
    Path log = Files.writeString(folder.resolve("server.log"), "");
    try (WorkspaceChanges _ = new WorkspaceChanges(workspace, told::release)) {
      Path file = folder.resolve("created");
      await()
          .atMost(PATIENCE)
          .until(() -> {
            Files.writeString(file, "again");
            return told.tryAcquire(1, TimeUnit.SECONDS);
          });
      while (told.tryAcquire(1, TimeUnit.SECONDS)) {
        // What is still on its way is not the log's.
      }
      Files.writeString(log, "FATAL", StandardOpenOption.APPEND);
      assertThat(told.tryAcquire(1, TimeUnit.SECONDS)).isFalse();
    }
  }

  @Test
  @Tag("lab")
  void aServerThatKeepsUsOutIsNotAskedAtEachLook() throws Exception {
    LinkedBlockingQueue<ServerStatus> seen = new LinkedBlockingQueue<>();
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("out"), "18", "first-table");
        ReplicationMonitor monitor = new ReplicationMonitor(lab.bench.clusters())) {
      lab.sql(lab.primary(), "CREATE ROLE other SUPERUSER LOGIN");
      lab.sql(lab.primary(), "ALTER ROLE postgres NOLOGIN");
      long before = refusals(lab);
      monitor.subscribe(snapshot -> seen.add(snapshot.primary()));
      monitor.start();
      for (int look = 0; look < 12; look++) {
        assertThat(seen.take().state()).isEqualTo(ClusterState.KEEPS_OUT);
      }
      // Twelve looks take six seconds or more: asked at 0, 1, 3, and perhaps 7, 15 and 31.
      assertThat(refusals(lab) - before).isBetween(2L, 6L);
      try (Session session =
          Session.toAsk(new Server("127.0.0.1", lab.primary().port(), "other", "postgres"))) {
        session.query("ALTER ROLE postgres LOGIN");
      }
      monitor.askAgain();
      assertThat(seen.take().state())
          .as("a look that was on its way")
          .isIn(ClusterState.KEEPS_OUT, ClusterState.RUNNING);
      assertThat(seen.take().state()).isEqualTo(ClusterState.RUNNING);
    }
  }

  private static long refusals(TestLab lab) throws IOException {
    try (Stream<String> lines = Files.lines(lab.primary().log())) {
      return lines.filter(line -> line.contains("FATAL")).count();
    }
  }

  @Test
  @Tag("lab")
  void theMonitorSeesThatAServerHasLoadedItsSettingsAgain() throws InterruptedException {
    for (String major : new String[] {"9.6", "18"}) {
      LinkedBlockingQueue<ServerStatus> seen = new LinkedBlockingQueue<>();
      try (TestLab lab = TestLab.doneUpTo(folder.resolve(major), major, "first-table");
          ReplicationMonitor monitor = new ReplicationMonitor(lab.bench.clusters())) {
        monitor.subscribe(snapshot -> seen.add(snapshot.primary()));
        monitor.start();
        String before = seen.take().settingsLoaded();
        assertThat(before).isNotEmpty();
        lab.sql(lab.primary(), "SELECT pg_reload_conf()");
        await().atMost(PATIENCE).until(() -> !seen.take().settingsLoaded().equals(before));
      }
    }
  }

  private void hears() throws InterruptedException {
    assertThat(told.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  private static ReplicationSnapshot loaded(String primary, String standby) {
    return new ReplicationSnapshot(
        Instant.EPOCH, running(5432, false, primary), running(5433, true, standby), 0L);
  }

  private static ServerStatus running(int port, boolean recovery, String loaded) {
    return new ServerStatus(ClusterState.RUNNING, port, "18.6", recovery, "0/3015690", "", loaded);
  }
}
