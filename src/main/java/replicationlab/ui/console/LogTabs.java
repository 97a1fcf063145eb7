package replicationlab.ui.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import replicationlab.run.LogExplanation;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.Theme;

/** The console and, beside it, the servers' logs. */
public final class LogTabs extends TabPane {

  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final List<LogView> logs = new ArrayList<>();

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
    for (LogSource log : logs) {
      LogView view = new LogView(log, period);
      this.logs.add(view);
      Tab tab = new Tab(log.title(), view);
      tab.setGraphic(Icons.FILE.node());
      tab.setTooltip(new Tooltip("What this server writes to its log, followed as it grows"));
      getTabs().add(tab);
      // A tab's content is in the scene from the first time it shows; only its selection tells.
      tab.selectedProperty().addListener((property, was, is) -> follow(tab, view));
      sceneProperty().addListener((property, was, is) -> follow(tab, view));
    }
  }

  /** Whom to ask what a line of a log means; for the lab that is open now. */
  public void explainBy(Function<String, Optional<LogExplanation>> explainer) {
    logs.forEach(log -> log.explainBy(explainer));
  }

  /** Brings the console to the front: something runs. */
  public void showConsole() {
    getSelectionModel().selectFirst();
  }

  private void follow(Tab tab, LogView view) {
    view.setShowing(tab.isSelected() && getScene() != null);
  }
}
