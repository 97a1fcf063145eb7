package replicationlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.check.Verdict;

/** A standby that was started while its primary was down, and is started again once it is back. */
@Tag("lab")
@Tag("anyone")
class StandbyBeforePrimaryTest {

  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir Path temporary;

  @Test
  void isWaitedForThoughItIsStartingAlready() throws IOException {
    try (TestLab lab = TestLab.doneUpTo(temporary, "18", "start-standby")) {
      // So that it is seen whether the lab waits longer than for a lost connection.
      Files.writeString(
          lab.standby().data().resolve("postgresql.conf"),
          "\nwal_retrieve_retry_interval = '20s'\n",
          StandardOpenOption.APPEND);
      lab.stop(lab.primary());
      CompletableFuture<Void> starting = CompletableFuture.runAsync(() -> lab.start(lab.standby()));
      Awaitility.await()
          .atMost(LONG)
          .until(() ->
              Files.exists(lab.standby().log())
                  && Files.readString(lab.standby().log())
                      .contains("could not connect to the primary server"));
      lab.start(lab.primary());

      StepState state = lab.run.run(lab.step("start-standby")).join();
      assertThat(state.status()).as("%s", state).isEqualTo(StepState.Status.PASSED);
      // pg_ctl complained, since there was a server already.
      assertThat(state.message()).isNotEmpty();
      starting.orTimeout(LONG.toSeconds(), TimeUnit.SECONDS).join();
      assertThat(lab.run.runAll().join()).isTrue();
      assertThat(lab.proof().verdict()).isEqualTo(Verdict.PASSED);
    }
  }
}
