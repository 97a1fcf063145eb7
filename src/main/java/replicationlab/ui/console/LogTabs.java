package replicationlab.ui.console;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.jspecify.annotations.Nullable;
import replicationlab.run.LogExplanation;
import replicationlab.ui.kit.AtFirstSight;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.Keyboard;
import replicationlab.ui.kit.LateTooltip;
import replicationlab.ui.kit.Theme;

/** The console and, beside it, the servers' logs. */
public final class LogTabs extends TabPane {

  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final List<LogTab> logs;
  private Runnable consoleSeen = () -> {};
  private Function<String, Optional<LogExplanation>> explainer = line -> Optional.empty();

  /** The tabs, the console first. */
  public LogTabs(Node console, List<LogSource> logs) {
    this(console, logs, PERIOD);
  }

  LogTabs(Node console, List<LogSource> logs, Duration period) {
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    getStyleClass().add("log-tabs");
    getStylesheets().add(Theme.sheet(LogTabs.class, "console.css"));
    Tab first = new Tab("Console", console);
    first.setGraphic(Icons.CONSOLE.node());
    getTabs().add(first);
    first.selectedProperty().addListener((property, was, is) -> consoleSeen.run());
    sceneProperty().addListener((property, was, is) -> consoleSeen.run());
    this.logs = logs.stream().map(log -> new LogTab(log, period)).toList();
    getTabs().addAll(this.logs);
  }

  /** Whom to ask what a line of a log means; for the lab that is open now. */
  public void explainBy(Function<String, Optional<LogExplanation>> explainer) {
    this.explainer = explainer;
    logs.forEach(LogTab::explain);
  }

  /** Marks the console's tab when one of these lines comes while it is not in sight. */
  public void markNew(ObservableList<ConsoleLine> lines) {
    Tab console = getTabs().getFirst();
    consoleSeen = NewOutput.on(console, lines, () -> console.isSelected() && getScene() != null);
  }

  /** Brings the console to the front and gives it the keys: what was printed is to be read. */
  public void showConsole() {
    getSelectionModel().selectFirst();
    Keyboard.give(() -> getTabs().getFirst().getContent().lookup(".line-list"));
  }

  /** A server's log; its view is made when the tab is first chosen. */
  private final class LogTab extends Tab {

    private @Nullable LogView view;

    LogTab(LogSource log, Duration period) {
      super(log.title());
      setGraphic(Icons.FILE.node());
      LateTooltip.set(this, "What this server writes to its log, followed as it grows");
      AtFirstSight.in(this, () -> make(log, period));
      // A tab's content is in the scene from the first time it shows; only its selection tells.
      selectedProperty().addListener((property, was, is) -> follow());
      LogTabs.this.sceneProperty().addListener((property, was, is) -> follow());
    }

    private LogView make(LogSource log, Duration period) {
      LogView made = new LogView(log, period);
      view = made;
      explain();
      follow();
      return made;
    }

    void explain() {
      if (view != null) {
        view.explainBy(explainer);
      }
    }

    private void follow() {
      if (view != null) {
        view.setShowing(isSelected() && LogTabs.this.getScene() != null);
      }
    }
  }
}
