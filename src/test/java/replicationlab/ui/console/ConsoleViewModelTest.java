package replicationlab.ui.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import replicationlab.process.OutputLine;
import replicationlab.run.DrillRun;
import replicationlab.run.LabEvent;
import replicationlab.ui.console.ConsoleLine.Kind;

/** What a lab tells becomes lines, in order, none lost, the oldest forgotten. */
class ConsoleViewModelTest {

  private final List<BooleanSupplier> frames = new CopyOnWriteArrayList<>();

  private static void atOnce(BooleanSupplier work) {
    boolean done = false;
    while (!done) {
      done = work.getAsBoolean();
    }
  }

  @Test
  void eventsBecomeLinesOfTheirKind() {
    ConsoleViewModel console = new ConsoleViewModel(100, 10, ConsoleViewModelTest::atOnce);
    console.accept(new LabEvent.ActionStarted("insert", "psql -p 5433"));
    console.accept(new LabEvent.Note("insert", "the built-in psql"));
    console.accept(
        new LabEvent.Output("insert", new OutputLine(OutputLine.Stream.ERR, "ERROR:  no")));
    console.accept(new LabEvent.ActionEnded("insert", "exit code 1, as expected", true));
    assertThat(console.lines())
        .extracting(ConsoleLine::kind)
        .containsExactly(Kind.COMMAND, Kind.NOTE, Kind.ERROR, Kind.ENDED_WELL);
    assertThat(console.lines().getFirst().shown()).isEqualTo("$ psql -p 5433");
  }

  @Test
  void whatSetsADrillIsNotShownToWhoeverIsToFindIt() {
    ConsoleViewModel console = new ConsoleViewModel(100, 10, ConsoleViewModelTest::atOnce);
    console.accept(new LabEvent.ActionStarted(DrillRun.NAME, "pg_ctl -D data stop"));
    console.accept(new LabEvent.ActionEnded(DrillRun.NAME, "exit code 0", true));
    console.accept(new LabEvent.Predicted("initdb", "What will it do?", List.of(), true));
    console.accept(new LabEvent.ActionStarted(DrillRun.NAME, "touch data2/recovery.signal"));
    console.accept(new LabEvent.ActionStarted("", "pg_ctl -D data start"));
    assertThat(console.lines())
        .extracting(ConsoleLine::shown)
        .containsExactly(
            "A drill is being set; what is done for it is not shown.", "$ pg_ctl -D data start");
  }

  @Test
  void onlyTheLastLinesAreKept() {
    ConsoleViewModel console = new ConsoleViewModel(100, 10, ConsoleViewModelTest::atOnce);
    IntStream.range(0, 1_050).forEach(i -> console.add(line(i)));
    assertThat(console.lines()).hasSize(100);
    assertThat(console.lines().getFirst()).isEqualTo(line(950));
    assertThat(console.lines().getLast()).isEqualTo(line(1_049));
    console.clear();
    assertThat(console.lines()).isEmpty();
  }

  @Test
  void whoWritesFasterThanTheWindowShowsIsMadeToWait() {
    ConsoleViewModel console = new ConsoleViewModel(100, 10, frames::add);
    AtomicInteger written = new AtomicInteger();
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(() -> {
          for (int i = 0; i < 25; i++) {
            console.add(line(i));
            written.incrementAndGet();
          }
        });
    await().until(() -> written.get() == 10);
    assertThat(writer).isNotDone();
    await()
        .until(() -> {
          boolean emptied = frames.getLast().getAsBoolean();
          return emptied && writer.isDone() && console.lines().size() == 25;
        });
    assertThat(console.lines()).isEqualTo(IntStream.range(0, 25).mapToObj(i -> line(i)).toList());
  }

  private static ConsoleLine line(int number) {
    return new ConsoleLine(Kind.OUTPUT, "line " + number);
  }
}
