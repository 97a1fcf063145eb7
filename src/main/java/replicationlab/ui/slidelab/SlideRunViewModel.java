package replicationlab.ui.slidelab;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import replicationlab.course.SlideBlock;
import replicationlab.process.Cancellation;
import replicationlab.process.OutputLine;
import replicationlab.run.LabEvent;
import replicationlab.run.SlideRun;

/**
 * What a slide's code does in the lab, for all windows that show the slide. Use it on the FX
 * thread.
 */
public final class SlideRunViewModel {

  /** How far it is. */
  public enum State {
    /** Nothing is shown. */
    CLOSED,
    /** Something else runs in the lab. */
    WAITING,
    RUNNING,
    /** All commands have ended, well or badly. */
    ENDED,
    CANCELLED,
    /** The lab would not run it, and nothing of it was run. */
    REFUSED
  }

  /** Nobody reads more on a wall; the console has all. */
  public static final int MOST_ROWS = 1_000;

  private static final String LEFT_OUT = "\u2026 earlier lines are in the console";

  private final Executor fx;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.CLOSED);
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper predicted = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable Comparison> comparison =
      new ReadOnlyObjectWrapper<>();
  private final List<IntConsumer> scrolled = new ArrayList<>();
  private Cancellation cancellation = new Cancellation();
  private CompletableFuture<?> before = CompletableFuture.completedFuture("");
  private @Nullable Runnable again;

  /**
   * @param fx runs tasks on the FX thread
   */
  public SlideRunViewModel(Executor fx) {
    this.fx = fx;
  }

  /** How far it is. */
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What is happening, or what came of it, in a sentence. */
  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  /** What was predicted of it, once it has ended; empty if nothing was asked. */
  ReadOnlyStringProperty predictedProperty() {
    return predicted.getReadOnlyProperty();
  }

  ObservableList<Row> rows() {
    return rows;
  }

  ReadOnlyObjectProperty<@Nullable Comparison> comparisonProperty() {
    return comparison.getReadOnlyProperty();
  }

  /** Whether something is shown. */
  public boolean isOpen() {
    return state.get() != State.CLOSED;
  }

  /** Whether it can be cancelled. */
  public boolean isBusy() {
    return state.get() == State.WAITING || state.get() == State.RUNNING;
  }

  /**
   * Runs a slide's block, after whatever runs in the lab.
   *
   * @param prediction tells what was predicted; asked when it has run to its end
   */
  public void run(SlideBlock block, SlideRun lab, Supplier<String> prediction) {
    Cancellation mine = new Cancellation();
    cancellation = mine;
    again = () -> run(block, lab, prediction);
    rows.clear();
    predicted.set("");
    comparison.set(null);
    String refusal = lab.refusal(block.actions());
    if (!refusal.isEmpty()) {
      block.code().source().lines().forEach(line -> rows.add(new Row(Row.Kind.COMMAND, line)));
      rows.add(new Row(Row.Kind.ENDED_BADLY, refusal));
      put(State.REFUSED, "The lab does not run this, and nothing of it was run.");
      return;
    }
    if (lab.waits() || !before.isDone()) {
      put(State.WAITING, "Waiting for what runs in the lab\u2026");
    } else {
      put(State.RUNNING, "Running\u2026");
    }
    Telling telling = new Telling(mine);
    // The lab tells all who listen what slides run: not before that has ended does this one listen.
    CompletableFuture<?> all =
        before
            .handle((done, failure) -> "")
            .thenCompose(done -> lab.run(block.actions(), telling::accept, mine));
    before = all;
    var _ =
        all.whenComplete((done, failure) ->
            fx.execute(() -> {
              telling.drain();
              if (mine == cancellation) {
                ended(block, mine, failure, prediction);
              }
            }));
  }

  private void ended(
      SlideBlock block,
      Cancellation mine,
      @Nullable Throwable failure,
      Supplier<String> prediction) {
    if (!isBusy()) {
      return;
    }
    if (failure == null && !mine.isCancelled()) {
      predicted.set(prediction.get());
    }
    if (failure != null) {
      rows.add(new Row(Row.Kind.ENDED_BADLY, "The lab has ended this: " + reason(failure)));
      put(State.ENDED, "It did not run to its end.");
    } else if (mine.isCancelled()) {
      put(State.CANCELLED, "Cancelled.");
    } else if (block.expected().isEmpty()) {
      boolean well = rows.stream().noneMatch(row -> row.kind() == Row.Kind.ENDED_BADLY);
      put(State.ENDED, well ? "Done." : "Done; not everything went well.");
    } else {
      Compared compared = Compared.of(List.copyOf(rows), block.expected());
      rows.setAll(compared.rows());
      comparison.set(compared.comparison());
      put(State.ENDED, compared.comparison().words());
    }
  }

  private static @Nullable String reason(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null
        ? cause.getMessage()
        : failure.getMessage();
  }

  private void put(State now, String sentence) {
    words.set(sentence);
    state.set(now);
  }

  /** Runs the same once more. */
  public void runAgain() {
    if (again != null && !isBusy()) {
      again.run();
    }
  }

  /** Ends what runs; what it has printed stays. */
  public void cancel() {
    if (isBusy()) {
      words.set("Cancelling\u2026");
      cancellation.cancel();
    }
  }

  /** Shows nothing any more; what runs goes on, and the console tells of it. */
  public void close() {
    put(State.CLOSED, "");
  }

  /** Scrolls every view of it by so many lines, down if there are more than none. */
  public void scroll(int lines) {
    List.copyOf(scrolled).forEach(view -> view.accept(lines));
  }

  /** Calls a view's listener with the lines to be scrolled by. */
  Subscription onScroll(IntConsumer view) {
    scrolled.add(view);
    return () -> scrolled.remove(view);
  }

  /** All of it as text, to be copied; what was not printed is not in it. */
  public String text() {
    return rows.stream()
        .filter(row -> row.kind() != Row.Kind.MISSING)
        .map(row -> row.kind() == Row.Kind.COMMAND ? "$ " + row.text() : row.text())
        .collect(Collectors.joining("\n"));
  }

  /** Brings one run's events to the FX thread, as many at a time as have come. */
  private final class Telling {

    private final Cancellation run;
    private final Queue<LabEvent> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean draining = new AtomicBoolean();
    private boolean edits;

    Telling(Cancellation run) {
      this.run = run;
    }

    void accept(LabEvent event) {
      waiting.add(event);
      if (draining.compareAndSet(false, true)) {
        fx.execute(this::drain);
      }
    }

    void drain() {
      draining.set(false);
      List<Row> fresh = new ArrayList<>();
      for (LabEvent event = waiting.poll(); event != null; event = waiting.poll()) {
        fresh.addAll(rows(event));
      }
      if (run != cancellation || !isOpen() || fresh.isEmpty()) {
        return;
      }
      if (state.get() == State.WAITING) {
        put(State.RUNNING, "Running\u2026");
      }
      rows.addAll(fresh);
      if (rows.size() > MOST_ROWS) {
        List<Row> kept = new ArrayList<>();
        kept.add(new Row(Row.Kind.ENDED_WELL, LEFT_OUT));
        kept.addAll(rows.subList(rows.size() - MOST_ROWS / 2, rows.size()));
        rows.setAll(kept);
      }
    }

    private List<Row> rows(LabEvent event) {
      return switch (event) {
        case LabEvent.ActionStarted started -> {
          edits = started.shown().startsWith("edit ");
          yield started.shown().lines().map(line -> new Row(Row.Kind.COMMAND, line)).toList();
        }
        case LabEvent.Output output -> List.of(new Row(kind(output.line()), output.line().text()));
        case LabEvent.ActionEnded ended ->
            List.of(
                new Row(
                    ended.asExpected() ? Row.Kind.ENDED_WELL : Row.Kind.ENDED_BADLY,
                    ended.outcome()));
        case LabEvent.Note _, LabEvent.StepChanged _, LabEvent.Predicted _ -> List.of();
      };
    }

    private Row.Kind kind(OutputLine line) {
      if (edits && line.text().startsWith("+")) {
        return Row.Kind.INSERTED;
      }
      if (edits && line.text().startsWith("-")) {
        return Row.Kind.DELETED;
      }
      return line.stream() == OutputLine.Stream.ERR ? Row.Kind.ERROR : Row.Kind.PRINTED;
    }
  }
}
