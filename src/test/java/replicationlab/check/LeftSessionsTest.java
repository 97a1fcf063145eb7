package replicationlab.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.lab.CheckSpec;
import replicationlab.run.TestLab;

/** Rounds of checks, one after the other, of which each may use what the one before has left. */
class LeftSessionsTest {

  private static final String WHO = "SELECT pg_backend_pid()";

  @TempDir private Path folder;
  private final LeftSessions left = new LeftSessions();
  private TestLab lab;

  @BeforeEach
  void aPrimaryRuns() {
    lab = TestLab.doneUpTo(folder.resolve("lab"), "18", "start-backup");
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  /** The session that a round has, by the server's process for it. */
  private String round() {
    try (Asking asking = new Asking(left, false)) {
      Asking.Answer answer = asking.ask(lab.primary(), WHO);
      assertThat(answer.answered()).as(answer.raw()).isTrue();
      return answer.first();
    }
  }

  private boolean isThere(String session) {
    String known = "SELECT count(*) FROM pg_stat_activity WHERE pid = " + session;
    return lab.sql(lab.primary(), known).equals("1");
  }

  @Test
  void sessionIsUsedOnUntilTheRoundsAreOverAndThenEnds() {
    String used;
    try (LeftSessions.Rounds _ = left.begin()) {
      used = round();
      assertThat(round()).isEqualTo(used);
      assertThat(round()).isEqualTo(used);
    }
    await().until(() -> !isThere(used));

    String alone = round();
    await("a round by itself leaves none").until(() -> !isThere(alone));
    assertThat(round()).isNotEqualTo(alone);
  }

  @Test
  void sessionThatWasLostMeanwhileIsReplaced() {
    try (LeftSessions.Rounds _ = left.begin()) {
      String ended = round();
      lab.sql(lab.primary(), "SELECT pg_terminate_backend(" + ended + ")");
      await().until(() -> !isThere(ended));
      assertThat(round()).isNotEqualTo(ended);

      assertThat(lab.bench.stopServers(line -> {})).isTrue();
      lab.bench.control().start(lab.primary(), line -> {});
      round();
    }
  }

  /** "SELECT 1" over a session from before would be answered. */
  @Test
  void whetherAServerLetsSomebodyInIsAskedOverANewOne() throws IOException {
    Path hba = lab.primary().data().resolve("pg_hba.conf");
    try (LeftSessions.Rounds _ = left.begin()) {
      assertThat(running().verdict()).isEqualTo(Verdict.PASSED);
      String before = Files.readString(hba);
      Files.writeString(hba, "host  all  all  127.0.0.1/32  reject\n" + before);
      lab.sql(lab.primary(), "SELECT pg_reload_conf()");
      await().until(() -> running().verdict() != Verdict.PASSED);
      assertThat(running().answer()).contains("pg_hba.conf");
    }
  }

  private CheckResult running() {
    LabSystem now = lab.system();
    LabSystem withLeft =
        new LabSystem(now.clusters(), now.control(), now.sessionOpen(), now.wording(), left);
    CheckSpec running = new CheckSpec(0, "running", List.of("primary"));
    return LabChecks.look(withLeft, List.of(running)).getFirst();
  }
}
