package replicationlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.deck.Block;
import replicationlab.lab.Lab;
import replicationlab.lab.Step;
import replicationlab.progress.Help;
import replicationlab.progress.HowPassed;
import replicationlab.progress.ProgressFile;

/** Solved, assisted, skipped: what the lab did for a step and what the person did. */
@Tag("lab")
class HowPassedTest {

  @TempDir Path folder;

  private static StepState check(TestLab lab, String step) {
    return lab.run.check(lab.step(step)).join();
  }

  /** With an editor of one's own. */
  private static void write(TestLab lab, String file, String lines) throws IOException {
    Files.writeString(
        lab.bench.workspace().folder().resolve(file), lines, StandardOpenOption.APPEND);
  }

  private static void listenHere(TestLab lab) throws IOException {
    write(
        lab,
        "data/postgresql.conf",
        "\nlisten_addresses = 'localhost'\nunix_socket_directories = ''\nport = "
            + lab.primary().port()
            + "\n");
  }

  @Test
  void whatWasFoundDoneWithoutItsCommandShownIsSolved() throws IOException {
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("lab"), "18", "loopback")) {
      lab.run.reveal(lab.step("loopback"), Help.POINTER).join();
      assertThat(check(lab, "loopback").status()).isEqualTo(StepState.Status.FAILED);
      listenHere(lab);
      assertThat(check(lab, "loopback").how()).contains(HowPassed.SOLVED);
      assertThat(lab.run.run(lab.step("loopback")).join().how())
          .as("done again by the lab")
          .contains(HowPassed.SOLVED);
      write(lab, "data/postgresql.conf", "wal_level = replica\nmax_wal_senders = 5\n");
      write(lab, "data/postgresql.conf", "wal_keep_size = 100MB\n");
      lab.run.reveal(lab.step("wal"), Help.COMMAND).join();
      lab.run.reveal(lab.step("wal"), Help.NUDGE).join();
      assertThat(check(lab, "wal").how()).as("its command was shown").contains(HowPassed.ASSISTED);
      assertThat(lab.run.run(lab.step("hba")).join().how()).contains(HowPassed.ASSISTED);
    }
  }

  @Test
  void whatARemedyOfTheCheckerHasDoneIsAssisted() throws IOException {
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("lab"), "18", "loopback")) {
      lab.run.notice().join();
      listenHere(lab);
      lab.run.apply(lab.step("wal").actionsFor(18)).join();
      assertThat(lab.run.states())
          .filteredOn(state -> state.how().isPresent())
          .extracting(state -> state.step().id() + ": " + state.how().orElseThrow())
          .endsWith("loopback: SOLVED", "wal: ASSISTED");
    }
  }

  @Test
  void aSkippedStepIsDoneSoThatLaterOnesCanFollow() throws IOException {
    try (TestLab lab = TestLab.untouched(folder.resolve("lab"), "18")) {
      assertThat(lab.run.skip(lab.step("initdb")).join().how()).contains(HowPassed.SKIPPED);
      assertThat(lab.primary().data().resolve("PG_VERSION")).exists();
      listenHere(lab);
      String mine = Files.readString(lab.primary().data().resolve("postgresql.conf"));
      assertThat(lab.run.skip(lab.step("loopback")).join().how()).contains(HowPassed.SKIPPED);
      assertThat(lab.primary().data().resolve("postgresql.conf"))
          .as("what holds already is left alone")
          .hasContent(mine);
      assertThat(lab.run.skip(lab.step("copy")).join().status())
          .as("a step that waits is not skipped to")
          .isEqualTo(StepState.Status.WAITING);
    }
  }

  @Test
  void whatWasPredictedLastIsSavedWhenTheLabIsClosedAtOnce() {
    try (TestLab lab = TestLab.untouched(folder.resolve("lab"), "18")) {
      Step copy = lab.step("copy");
      Block.Question asked = copy.questions().getFirst();
      for (int i = 0; i < 300; i++) {
        var _ = lab.run.predict(copy, asked, Set.of(i % 2));
      }
      var _ = lab.run.predict(copy, asked, Set.of(2));
      lab.run.close();
      assertThat(new ProgressFile(lab.bench.workspace()).load().predictions().values())
          .containsExactly(List.of(2));
    }
  }

  @Test
  void thePredictionIsThePersonsAndStays() throws IOException {
    try (TestLab lab = TestLab.untouched(folder.resolve("lab"), "18")) {
      Step copy = lab.step("copy");
      Block.Question asked = copy.questions().getFirst();
      List<LabEvent> told = new CopyOnWriteArrayList<>();
      lab.run.subscribe(told::add);
      assertThat(lab.run.predicted(copy, asked)).isEmpty();
      lab.run.predict(copy, asked, Set.of(0)).join();
      lab.run.predict(copy, asked, Set.of(2)).join();
      assertThat(told)
          .last()
          .isEqualTo(
              new LabEvent.Predicted(
                  "copy",
                  "What will be in data2 when cp has ended?",
                  List.of("Files from different moments, some of them torn."),
                  true));
      assertThat(lab.run.run(lab.step("initdb")).join().status())
          .as("what is not answered stops nobody")
          .isEqualTo(StepState.Status.PASSED);
      lab.run.close();
      try (TestLab again = lab.reopened()) {
        assertThat(again.run.predicted(copy, asked)).contains(Set.of(2));
        assertThat(again.run.states().get(0).how()).contains(HowPassed.ASSISTED);
      }
    }
  }

  @Test
  void theNextStartRemembersHelpAndTheOpenStep() throws IOException {
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("lab"), "18", "wal")) {
      CompletableFuture<StepState> shown = lab.run.reveal(lab.step("wal"), Help.POINTER);
      lab.run.opened(lab.step("wal")).join();
      assertThat(shown.join().help()).isEqualTo(Help.POINTER);
      lab.run.close();
      try (TestLab again = lab.reopened()) {
        assertThat(again.run.openBefore()).isEqualTo("wal");
        assertThat(again.run.states().get(2).help()).isEqualTo(Help.POINTER);
        assertThat(again.run.states().get(0).how()).contains(HowPassed.ASSISTED);
      }
    }
  }

  @Test
  void aLabThatIsComeBackToAfterAnotherHasItsStepsAgainIfTheyStillHold() throws IOException {
    try (TestLab lab = TestLab.doneUpTo(folder.resolve("lab"), "18", "wal")) {
      lab.run.opened(lab.step("wal")).join();
      lab.run.close();
      Lab another = new Lab("another", "Another", lab.lab.steps(), List.of(), lab.lab.digest());
      try (LabRun run = new LabRun(another, lab.bench)) {
        assertThat(run.states()).allMatch(state -> state.how().isEmpty());
        run.opened(lab.step("initdb")).join();
      }
      believedWithoutServersAndLookedAtWithoutTheCluster(lab, another);
    }
  }

  private static void believedWithoutServersAndLookedAtWithoutTheCluster(TestLab lab, Lab another)
      throws IOException {
    try (TestLab again = lab.reopened()) {
      again.run.notice().join();
      assertThat(again.run.openBefore()).isEqualTo("wal");
      assertThat(again.run.states())
          .extracting(state -> state.how().isPresent())
          .as("no server runs: it is believed, as at every start")
          .startsWith(true, true, false);
      again.run.opened(again.step("wal")).join();
    }
    try (LabRun run = new LabRun(another, lab.bench)) {
      run.opened(lab.step("initdb")).join();
    }
    lab.bench.workspace().delete(lab.primary().data());
    try (TestLab again = lab.reopened()) {
      again.run.notice().join();
      assertThat(again.run.states())
          .as("the cluster has gone")
          .allMatch(state -> state.how().isEmpty());
    }
  }
}
