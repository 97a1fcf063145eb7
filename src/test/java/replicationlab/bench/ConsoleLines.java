package replicationlab.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import replicationlab.process.Cancellation;
import replicationlab.process.CommandRequest;
import replicationlab.process.CommandResult;
import replicationlab.process.CommandRunner;
import replicationlab.run.LabEvent;
import replicationlab.ui.console.ConsoleView;
import replicationlab.ui.console.ConsoleViewModel;
import replicationlab.ui.kit.Theme;

/**
 * A million lines of a process into the console pane, by the way that a lab's command takes: how
 * fast they come, and how smoothly the window goes on drawing meanwhile.
 */
final class ConsoleLines {

  static final String RATE = "lines-per-second";
  static final String FRAMES = "frames-per-second";
  static final String GAP = "gap";
  static final int LINES = 1_000_000;

  private static final int WARM_UP = 200_000;
  private static final String TEXT = "LOG:  checkpoint complete: wrote 42 buffers (0.3%)";

  private ConsoleLines() {}

  public static void main(String[] args) {
    CompletableFuture<ConsoleViewModel> made = new CompletableFuture<>();
    CompletableFuture<Gaps> started = new CompletableFuture<>();
    Platform.startup(() -> {
      Theme.LIGHT.install();
      ConsoleViewModel model = new ConsoleViewModel();
      Scene scene = new Scene(new ConsoleView(model), CourseWindow.WIDTH, CourseWindow.HEIGHT);
      Theme.prepare(scene);
      Stage stage = new Stage();
      stage.setScene(scene);
      stage.show();
      made.complete(model);
      started.complete(new Gaps());
    });
    ConsoleViewModel model = made.join();
    Gaps gaps = started.join();
    write(model, WARM_UP);
    CourseWindow.onFx(() -> gaps.reset());
    long start = System.nanoTime();
    write(model, LINES);
    double seconds = (System.nanoTime() - start) / 1e9;
    List<Double> millis = CourseWindow.onFx(() -> gaps.reset());
    ChildJvm.say(RATE, LINES / seconds);
    ChildJvm.say(FRAMES, millis.size() / seconds);
    millis.forEach(gap -> ChildJvm.say(GAP, gap));
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  /** Returns when the last line is among those that are shown. */
  private static void write(ConsoleViewModel model, int lines) {
    String marker = "written: " + lines;
    String script = "yes '%s' | head -n %d; echo '%s'".formatted(TEXT, lines - 1, marker);
    CompletableFuture<Void> shown = new CompletableFuture<>();
    CourseWindow.onFx(() -> {
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          if (!model.lines().isEmpty() && model.lines().getLast().text().equals(marker)) {
            stop();
            shown.complete(null);
          }
        }
      }.start();
      return marker;
    });
    CommandResult result =
        new CommandRunner()
            .run(
                CommandRequest.of(Path.of("").toAbsolutePath(), List.of("sh", "-c", script)),
                line -> model.accept(new LabEvent.Output("", line)),
                new Cancellation());
    if (!result.succeeded()) {
      throw new IllegalStateException(result.text());
    }
    shown.join();
  }

  /** The time from each frame to the next, in milliseconds; on JavaFX's thread. */
  private static final class Gaps extends AnimationTimer {

    private List<Double> millis = new ArrayList<>();
    private long last;

    Gaps() {
      start();
    }

    @Override
    public void handle(long pulse) {
      long now = System.nanoTime();
      if (last != 0) {
        millis.add((now - last) / 1e6);
      }
      last = now;
    }

    List<Double> reset() {
      List<Double> seen = millis;
      millis = new ArrayList<>();
      return seen;
    }
  }
}
