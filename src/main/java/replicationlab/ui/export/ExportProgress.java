package replicationlab.ui.export;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import replicationlab.export.ExportWatch;
import replicationlab.ui.kit.FxThread;

/** How far an export is, and the way to end it. */
public final class ExportProgress extends VBox implements ExportWatch {

  private static final double WIDTH = 360;

  private record Progress(int done, int of) {}

  private final Label words = new Label("Laying out the slides…");
  private final ProgressBar bar = new ProgressBar(0);
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final Consumer<Progress> latest = FxThread.latest(this::show);

  /** Nothing is done yet. */
  public ExportProgress() {
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setPrefWidth(WIDTH);
    Button cancel = new Button("Cancel");
    cancel.setId("export-cancel");
    cancel.setCancelButton(true);
    cancel.setOnAction(_ -> {
      cancelled.set(true);
      cancel.setDisable(true);
      words.setText("Ending…");
    });
    setSpacing(12);
    setStyle("-fx-padding: 18px; -fx-alignment: center-right;");
    words.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(words, bar, cancel);
  }

  @Override
  public boolean goesOn(int done, int of) {
    latest.accept(new Progress(done, of));
    return !cancelled.get();
  }

  /** As if Cancel were pressed; when the window that shows this is closed. */
  public void cancel() {
    cancelled.set(true);
  }

  private void show(Progress progress) {
    bar.setProgress(progress.of() == 0 ? 0 : (double) progress.done() / progress.of());
    if (!cancelled.get()) {
      words.setText("Slide %d of %d".formatted(progress.done(), progress.of()));
    }
  }
}
