package replicationlab.postgres.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.postgres.sql.CannotConnect;
import replicationlab.postgres.sql.CannotConnect.Reason;

class ReserveTest {

  private static final PidFile SERVER = new PidFile(7, "data", 5432, "ready");

  @TempDir Path data;
  private long now;
  private Reserve reserve;

  @BeforeEach
  void make() {
    reserve = new Reserve(data, () -> now);
  }

  @Test
  void pausesGrowUpToHalfAMinute() {
    List<Long> asked = new ArrayList<>();
    for (int halves = 0; halves < 200; halves++) {
      if (reserve.keepsAway(SERVER).isEmpty()) {
        asked.add(Duration.ofNanos(now).toSeconds());
        reserve.turnedAway(SERVER, why(Reason.REJECTED));
      }
      now += Duration.ofMillis(500).toNanos();
    }
    assertThat(asked).containsExactly(0L, 1L, 3L, 7L, 15L, 31L, 61L, 91L);
  }

  @Test
  void whatMayHaveChangedItsMindEndsThePause() throws IOException {
    reserve.turnedAway(SERVER, why(Reason.REJECTED));
    assertThat(reserve.keepsAway(SERVER)).isPresent();
    assertThat(reserve.keepsAway(new PidFile(8, "data", 5432, "ready"))).isEmpty();
    Path hba = Files.writeString(data.resolve("pg_hba.conf"), "local all all trust");
    assertThat(reserve.keepsAway(SERVER)).isEmpty();
    reserve.turnedAway(SERVER, why(Reason.REJECTED));
    assertThat(reserve.keepsAway(SERVER)).isPresent();
    Files.setLastModifiedTime(hba, FileTime.fromMillis(1));
    assertThat(reserve.keepsAway(SERVER)).isEmpty();
    reserve.turnedAway(SERVER, why(Reason.REJECTED));
    reserve.end();
    assertThat(reserve.keepsAway(SERVER)).isEmpty();
    reserve.turnedAway(SERVER, why(Reason.REJECTED));
    assertThat(reserve.keepsAway(SERVER)).isPresent();
    reserve.forget();
    assertThat(reserve.keepsAway(SERVER)).isEmpty();
  }

  @Test
  void whatSaysThatItStartsIsNotAskedUntilItSaysSomethingElse() {
    for (String status : List.of("starting", "standby")) {
      PidFile closed = new PidFile(7, "data", 5432, status);
      reserve.turnedAway(closed, why(Reason.STARTING_UP));
      now += Duration.ofHours(1).toNanos();
      reserve.end();
      assertThat(reserve.keepsAway(closed)).as(status).isPresent();
      assertThat(reserve.keepsAllAway(closed)).as(status).isPresent();
      assertThat(reserve.keepsAway(SERVER)).as("ready").isEmpty();
    }
  }

  @Test
  void whatWroteThatItStartsWhileItWasAskedIsNotAskedAgain() throws IOException {
    PidFile asked = new PidFile(7, "data", 5432, "");
    Files.write(
        data.resolve(PidFile.NAME),
        List.of("7", "data", "1", "5432", "/sockets", "127.0.0.1", "1 2", "starting"));
    reserve.turnedAway(asked, why(Reason.STARTING_UP));
    assertThat(reserve.keepsAllAway(PidFile.read(data).orElseThrow())).isPresent();
    assertThat(reserve.keepsAllAway(SERVER)).as("ready").isEmpty();
  }

  @Test
  void whatStartsAndSaysNothingIsAskedAgainWhenItHasBegunAnotherProcess() throws IOException {
    // Our own process stands for a server of before 10.
    PidFile server = new PidFile(ProcessHandle.current().pid(), "data", 5432, "");
    reserve.turnedAway(server, why(Reason.STARTING_UP));
    assertThat(reserve.keepsAllAway(server)).isPresent();
    Process begun = new ProcessBuilder("sleep", "60").start();
    try {
      assertThat(reserve.keepsAllAway(server)).isEmpty();
      reserve.turnedAway(server, why(Reason.STARTING_UP));
    } finally {
      begun.destroyForcibly();
      begun.onExit().join();
    }
    assertThat(reserve.keepsAllAway(server)).as("an end is no news").isPresent();
  }

  @Test
  void theProcessThatAnswersOurOwnQuestionIsNoNews() throws IOException {
    PidFile server = new PidFile(ProcessHandle.current().pid(), "data", 5432, "");
    reserve.turnedAway(server, why(Reason.STARTING_UP));
    now += Duration.ofMillis(1_100).toNanos();
    assertThat(reserve.keepsAllAway(server)).isEmpty();
    Process answers = new ProcessBuilder("sleep", "60").start();
    try {
      assertThat(reserve.keepsAllAway(server)).as("somebody else").isPresent();
      reserve.turnedAway(server, why(Reason.STARTING_UP));
      now += Duration.ofMillis(1_900).toNanos();
      assertThat(reserve.keepsAllAway(server)).as("the pause has grown").isPresent();
    } finally {
      answers.destroyForcibly();
      answers.onExit().join();
    }
  }

  @Test
  void ofSeveralWhoLookOnlyOneAsks() {
    reserve.turnedAway(SERVER, why(Reason.REJECTED));
    now += Duration.ofSeconds(2).toNanos();
    assertThat(reserve.keepsAway(SERVER)).as("the first asks").isEmpty();
    assertThat(reserve.keepsAway(SERVER)).as("the second waits").isPresent();
    assertThat(reserve.keepsAway(new PidFile(8, "data", 5432, "ready"))).as("another").isEmpty();
    reserve.turnedAway(SERVER, why(Reason.TIMED_OUT));
    assertThat(reserve.keepsAway(SERVER)).as("it had no answer: the next asks").isEmpty();
    now += Duration.ofSeconds(6).toNanos();
    assertThat(reserve.keepsAway(SERVER)).as("it never told what came of it").isEmpty();
    reserve.forget();
    assertThat(reserve.keepsAway(SERVER)).as("it was let in").isEmpty();
    assertThat(reserve.keepsAway(SERVER)).as("and so is everybody").isEmpty();
  }

  @Test
  void onlyAServersAnswerIsWaitedFor() {
    reserve.turnedAway(SERVER, why(Reason.TIMED_OUT));
    reserve.turnedAway(SERVER, why(Reason.REFUSED));
    assertThat(reserve.keepsAway(SERVER)).as("nothing in its log").isEmpty();
    reserve.turnedAway(SERVER, why(Reason.REJECTED));
    assertThat(reserve.keepsAllAway(SERVER)).as("to others it may be open").isEmpty();
  }

  private static CannotConnect why(Reason reason) {
    return new CannotConnect(reason, "words", new IOException("words"));
  }
}
