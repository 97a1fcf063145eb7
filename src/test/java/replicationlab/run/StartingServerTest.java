package replicationlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import replicationlab.lab.Action;
import replicationlab.lab.Versions;
import replicationlab.postgres.cluster.ClusterState;
import replicationlab.postgres.config.LiveConfig;
import replicationlab.postgres.replication.ReplicationMonitor;
import replicationlab.process.Cancellation;

/** A standby that starts for a long time: its log is the student's, and not for our attempts. */
@Tag("lab")
class StartingServerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Shorter than the pauses have become by then. */
  private static final Duration SOON = Duration.ofSeconds(5);

  private static final int LOOKS = 14;

  @TempDir Path folder;

  @DisabledOnOs(OS.WINDOWS) // the command is a shell's
  @ParameterizedTest
  @ValueSource(strings = {"18", "9.6"})
  void isHardlyAskedAndSoonSeenToBeReady(String postgres) throws Exception {
    LinkedBlockingQueue<ClusterState> seen = new LinkedBlockingQueue<>();
    try (TestLab lab = TestLab.done(folder.resolve("lab"), postgres);
        ReplicationMonitor monitor = new ReplicationMonitor(lab.bench.clusters())) {
      Path wait = Files.writeString(lab.bench.workspace().folder().resolve("wait"), "");
      lab.stop(lab.standby());
      Files.writeString(
          lab.standby().data().resolve(postgres.equals("18") ? "postgresql.conf" : "recovery.conf"),
          "\nrestore_command = 'while [ -e \"" + wait + "\" ]; do sleep 0.1; done; false'\n",
          StandardOpenOption.APPEND);
      Files.delete(lab.standby().log());
      Instant started = Instant.now();
      start(lab);
      var _ = monitor.subscribe(snapshot -> seen.add(snapshot.standby().state()));
      monitor.start();
      for (int look = 0; look < LOOKS; look++) {
        assertThat(seen.take()).isEqualTo(ClusterState.STARTING);
        lab.run.notice().join();
        assertThat(LiveConfig.of(lab.standby(), lab.run.major())).isEmpty();
        assertThat(lab.bench.control().state(lab.standby())).isEqualTo(ClusterState.STARTING);
      }
      assertThat(lab.proof().checks().get(1).answer())
          .containsAnyOf("starting up", "not yet accepting");
      // Only from 10 on does a server's pid file say that it starts. Others are asked after pauses
      // that double, and not by each of the four who look.
      long seconds = Duration.between(started, Instant.now()).toSeconds();
      int atMost = postgres.equals("18") ? 1 : 3 + (int) (Math.log(seconds + 1.0) / Math.log(2));
      assertThat(log(lab).split("FATAL", -1).length - 1).isBetween(1, atMost);

      Files.delete(wait);
      await().atMost(PATIENCE).until(() -> log(lab).contains("ready to accept"));
      seen.clear();
      await().atMost(SOON).until(() -> seen.contains(ClusterState.RUNNING));
    }
  }

  /** Does not wait: a student's 9.6 does not either. */
  private static void start(TestLab lab) {
    String command = "PGDATA=data2 pg_ctl -W -l logs/standby.log start";
    List<Action> actions = List.of(new Action.Command(0, Versions.ALL, command, false));
    lab.run.apply("start", actions, new Cancellation()).join();
    await()
        .atMost(PATIENCE)
        .until(() -> lab.bench.control().state(lab.standby()) == ClusterState.STARTING);
  }

  private static String log(TestLab lab) throws IOException {
    return new String(Files.readAllBytes(lab.standby().log()), StandardCharsets.UTF_8);
  }
}
