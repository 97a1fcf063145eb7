package replicationlab.ui.console;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import replicationlab.run.LogExplanation;
import replicationlab.ui.console.ConsoleLine.Kind;
import replicationlab.ui.console.FileTail.Look;
import replicationlab.ui.kit.EmptyState;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.Icons;

/**
 * A server's log as it grows. It is looked at once a second, and only while it shows: a watch
 * service would poll as well on macOS, and on Windows does not see a file that is held open grow.
 */
final class LogView extends LinesPane {

  private static final int KEPT = 50_000;

  /** PostgreSQL's severities as they stand in its log, also where messages are translated. */
  private static final Pattern ERRORS = Pattern.compile("\\b(ERROR|FATAL|PANIC):");

  private static final Pattern WARNINGS = Pattern.compile("\\bWARNING:");

  private final LogSource source;
  private final FileTail tail = new FileTail();
  private final LastLines lines;
  private final Timeline clock;
  private final ExplanationStrip explanation;
  private boolean looking;

  LogView(LogSource source, Duration period) {
    this(source, period, new LastLines(KEPT));
  }

  private LogView(LogSource source, Duration period, LastLines lines) {
    super(
        lines,
        new EmptyState(
            Icons.FILE,
            "There is no "
                + source.title().toLowerCase(Locale.ROOT)
                + " yet. It appears here as soon as that server has been started."));
    this.source = source;
    this.lines = lines;
    this.clock =
        new Timeline(
            new KeyFrame(javafx.util.Duration.millis((double) period.toMillis()), event -> look()));
    clock.setCycleCount(Timeline.INDEFINITE);
    explanation = new ExplanationStrip(lines, list());
    setCenter(new ExplainedLines(getCenter(), explanation));
  }

  void explainBy(Function<String, Optional<LogExplanation>> explainer) {
    explanation.explainBy(explainer);
  }

  void setShowing(boolean showing) {
    if (showing) {
      look();
      clock.play();
    } else {
      clock.stop();
    }
  }

  private void look() {
    if (looking) {
      return;
    }
    looking = true;
    Thread.ofVirtual()
        .name("log " + source.title())
        .start(() -> {
          Look found = read();
          FxThread.run(() -> show(found));
        });
  }

  private Look read() {
    try {
      return tail.at(source.file().get());
    } catch (IOException e) {
      return new Look(false, true, List.of("This log cannot be read: " + e.getMessage()));
    }
  }

  private void show(Look found) {
    looking = false;
    if (found.anew()) {
      lines.clear();
    }
    lines.append(found.lines().stream().map(line -> new ConsoleLine(kind(line), line)).toList());
  }

  private static Kind kind(String line) {
    if (ERRORS.matcher(line).find()) {
      return Kind.ERROR;
    }
    return WARNINGS.matcher(line).find() ? Kind.WARNING : Kind.OUTPUT;
  }
}
