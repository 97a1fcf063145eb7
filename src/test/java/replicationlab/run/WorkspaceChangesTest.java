package replicationlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.postgres.cluster.ClusterState;
import replicationlab.postgres.replication.ReplicationMonitor;
import replicationlab.postgres.replication.ReplicationSnapshot;
import replicationlab.postgres.replication.ServerStatus;
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
