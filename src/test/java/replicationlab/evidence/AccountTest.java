package replicationlab.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.evidence.StepRecord.How;
import replicationlab.evidence.StepRecord.State;
import replicationlab.progress.Help;
import replicationlab.run.StepState.Status;

/** What a journal adds up to, step by step. */
class AccountTest {

  @TempDir Path folder;

  private static StepRecord step(Evidence evidence, String id) {
    return evidence.steps().stream().filter(step -> step.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void attemptsAndTimeBelongToTheStepThatIsBeingDone() throws IOException {
    try (SampleStudent ada = new SampleStudent(folder.resolve("lab"))) {
      ada.waits(Duration.ofSeconds(30));
      ada.tries(ada.step("initdb"), Status.PASSED);
      ada.waits(Duration.ofSeconds(60));
      ada.tries(ada.step("loopback"), Status.FAILED);
      ada.waits(Duration.ofHours(9)); // and came back the next day
      ada.looks(ada.step("loopback"), Status.PASSED);
      Evidence evidence = ada.export("Ada", folder.resolve("ada.evidence"));
      assertThat(step(evidence, "initdb").seconds()).isEqualTo(30);
      assertThat(step(evidence, "initdb").ownWay()).isFalse();
      StepRecord loopback = step(evidence, "loopback");
      assertThat(loopback.attempts()).isEqualTo(2);
      assertThat(loopback.failures()).isEqualTo(1);
      assertThat(loopback.seconds()).isBetween(659L, 661L);
      assertThat(loopback.ownWay()).isTrue();
      assertThat(loopback.how()).isEqualTo(How.SOLVED);
      assertThat(step(evidence, "wal").state()).isEqualTo(State.OPEN);
      assertThat(step(evidence, "hba").state()).isEqualTo(State.NOT_REACHED);
    }
  }

  @Test
  void lookingAgainAtWhatHasPassedIsNoAttempt() throws IOException {
    try (SampleStudent ada = new SampleStudent(folder.resolve("lab"))) {
      ada.tries(ada.step("initdb"), Status.PASSED);
      ada.looks(ada.step("initdb"), Status.PASSED);
      ada.looks(ada.step("initdb"), Status.FAILED);
      Evidence evidence = ada.export("Ada", folder.resolve("ada.evidence"));
      assertThat(step(evidence, "initdb").attempts()).isEqualTo(1);
      assertThat(step(evidence, "initdb").failures()).isZero();
      assertThat(step(evidence, "initdb").state()).isEqualTo(State.FAILED);
    }
  }

  @Test
  void solvedAssistedAndSkippedAreKeptApartAndHintsAreCounted() throws IOException {
    try (SampleStudent ada = new SampleStudent(folder.resolve("lab"))) {
      ada.asks(ada.step("initdb"), Help.NUDGE);
      ada.asks(ada.step("initdb"), Help.POINTER);
      ada.tries(ada.step("initdb"), Status.PASSED);
      ada.asks(ada.step("loopback"), Help.COMMAND);
      ada.tries(ada.step("loopback"), Status.PASSED);
      ada.skips.add("wal");
      ada.tries(ada.step("wal"), Status.PASSED);
      Evidence evidence = ada.export("Ada", folder.resolve("ada.evidence"));
      assertThat(step(evidence, "initdb").how()).isEqualTo(How.SOLVED);
      assertThat(step(evidence, "initdb").hints()).isEqualTo(2);
      assertThat(step(evidence, "loopback").how()).isEqualTo(How.ASSISTED);
      assertThat(step(evidence, "wal").how()).isEqualTo(How.SKIPPED);
      assertThat(step(evidence, "wal").attempts()).isEqualTo(1);
    }
  }

  @Test
  void afterAResetStepsAreToBeDoneAgainAndAttemptsStay() throws IOException {
    try (SampleStudent ada = new SampleStudent(folder.resolve("lab"))) {
      ada.tries(ada.step("initdb"), Status.FAILED);
      ada.tries(ada.step("initdb"), Status.PASSED);
      ada.tries(ada.step("loopback"), Status.PASSED);
    }
    try (SampleStudent ada = new SampleStudent(folder.resolve("lab"), List.of())) {
      Evidence evidence = ada.export("Ada", folder.resolve("ada.evidence"));
      assertThat(step(evidence, "initdb").state()).isEqualTo(State.OPEN);
      assertThat(step(evidence, "initdb").attempts()).isEqualTo(2);
      assertThat(step(evidence, "loopback").state()).isEqualTo(State.NOT_REACHED);
    }
  }
}
