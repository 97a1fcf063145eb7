package replicationlab.ui.console;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import replicationlab.process.OutputLine;
import replicationlab.run.DrillRun;
import replicationlab.run.LabEvent;
import replicationlab.ui.console.ConsoleLine.Kind;

/**
 * The console's lines. Whoever writes faster than the window can show is made to wait: dropping
 * lines would hide the one that matters, and a queue without bound would end in no memory.
 */
public final class ConsoleViewModel {

  private static final int KEPT = 100_000;
  private static final int QUEUED = 16_000;
  private static final int PER_FRAME = 4_000;

  private final LastLines lines;
  private final ObservableList<ConsoleLine> readOnly;
  private final BlockingQueue<ConsoleLine> queue;
  private final AtomicBoolean draining = new AtomicBoolean();
  private final Frames frames;
  private final List<Runnable> onNewRun = new CopyOnWriteArrayList<>();
  private final AtomicBoolean runBegins = new AtomicBoolean();
  private volatile boolean drillIsBeingSet;

  /** A console of the last 100,000 lines. */
  public ConsoleViewModel() {
    this(KEPT, QUEUED, Frames.ofTheScreen());
  }

  ConsoleViewModel(int kept, int queued, Frames frames) {
    this.lines = new LastLines(kept);
    this.readOnly = FXCollections.unmodifiableObservableList(lines);
    this.queue = new ArrayBlockingQueue<>(queued);
    this.frames = frames;
  }

  /** The lines, oldest first; changes on JavaFX's thread. */
  public ObservableList<ConsoleLine> lines() {
    return readOnly;
  }

  /**
   * Follows what the person runs: whoever has scrolled up to what came before sees what comes now.
   *
   * @param running whether something runs that the person has asked for
   */
  public void follow(ReadOnlyBooleanProperty running) {
    running.subscribe(runBegins::set);
  }

  /** Calls a view's listener, on JavaFX's thread, when a new run has begun to do something. */
  void onNewRun(Runnable view) {
    onNewRun.add(view);
  }

  /**
   * Shows a lab's event, but not what sets a drill. From any thread; waits while the window cannot
   * keep up.
   */
  public void accept(LabEvent event) {
    if (event instanceof LabEvent.StepChanged || event instanceof LabEvent.Predicted) {
      return;
    }
    boolean drill = event.stepId().equals(DrillRun.NAME);
    if (drill && !drillIsBeingSet) {
      add(new ConsoleLine(Kind.NOTE, "A drill is being set; what is done for it is not shown."));
    }
    drillIsBeingSet = drill;
    if (drill) {
      return;
    }
    switch (event) {
      case LabEvent.StepChanged _, LabEvent.Predicted _ -> {}
      case LabEvent.ActionStarted started -> {
        if (runBegins.getAndSet(false)) {
          Platform.runLater(() -> onNewRun.forEach(Runnable::run));
        }
        started.shown().lines().forEach(line -> add(new ConsoleLine(Kind.COMMAND, line)));
      }
      case LabEvent.Output output -> add(of(output.line()));
      case LabEvent.ActionEnded ended ->
          add(
              new ConsoleLine(
                  ended.asExpected() ? Kind.ENDED_WELL : Kind.ENDED_BADLY, ended.outcome()));
      case LabEvent.Note note -> add(new ConsoleLine(Kind.NOTE, note.text()));
    }
  }

  /** Adds a line at the end. From any thread; waits while the window cannot keep up. */
  public void add(ConsoleLine line) {
    if (Platform.isFxApplicationThread()) {
      // Nobody else can make room while this thread waits.
      while (!queue.offer(line)) {
        drain();
      }
    } else {
      try {
        queue.put(line);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    if (draining.compareAndSet(false, true)) {
      frames.untilDone(this::drain);
    }
  }

  /** Forgets all lines; on JavaFX's thread. */
  public void clear() {
    queue.clear();
    lines.clear();
  }

  /** Shows what waits, up to a frame's share, and answers whether nothing is left. */
  private boolean drain() {
    List<ConsoleLine> share = new ArrayList<>();
    queue.drainTo(share, PER_FRAME);
    lines.append(share);
    if (!queue.isEmpty()) {
      return false;
    }
    draining.set(false);
    // A line that came between the two looks would otherwise wait for the next one.
    return queue.isEmpty() || !draining.compareAndSet(false, true);
  }

  private static ConsoleLine of(OutputLine line) {
    return new ConsoleLine(
        line.stream() == OutputLine.Stream.ERR ? Kind.ERROR : Kind.OUTPUT, line.text());
  }
}
