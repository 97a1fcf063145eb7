package replicationlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
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
      long begun = System.nanoTime();
      start(lab);
      var _ = monitor.subscribe(snapshot -> seen.add(snapshot.standby().state()));
      monitor.start();
      for (int look = 0; look < 14; look++) {
        assertThat(seen.take()).isEqualTo(ClusterState.STARTING);
        lab.run.notice().join();
        assertThat(LiveConfig.of(lab.standby(), lab.run.major())).isEmpty();
        assertThat(lab.bench.control().state(lab.standby())).isEqualTo(ClusterState.STARTING);
      }
      assertThat(lab.proof().checks().get(1).answer())
          .containsAnyOf("starting up", "not yet accepting");
      int refusals = log(lab).split("FATAL", -1).length - 1;
      Duration time = Duration.ofNanos(System.nanoTime() - begun);
      // Only from 10 on does a server's pid file say that it starts.
      assertThat(refusals).isBetween(1, postgres.equals("18") ? 1 : afterGrowingPauses(time));

      Files.delete(wait);
      await().atMost(PATIENCE).until(() -> log(lab).contains("ready to accept"));
      seen.clear();
      await().atMost(SOON).until(() -> seen.contains(ClusterState.RUNNING));
    }
  }

  /**
   * Questions with pauses of 1, 2, 4, 8, 16 seconds and then of half a minute between them: on a
   * slow machine there is time for more. The proof asks once of its own accord, and two who look
   * may ask at the same moment. Asked at every look, there would be fifty.
   */
  private static int afterGrowingPauses(Duration time) {
    int questions = 4;
    long pause = 1;
    for (long left = time.toSeconds(); left >= pause; questions++) {
      left -= pause;
      pause = Math.min(30, 2 * pause);
    }
    return questions;
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
