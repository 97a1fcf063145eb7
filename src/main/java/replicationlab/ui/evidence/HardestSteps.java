package replicationlab.ui.evidence;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import replicationlab.evidence.ClassOverview;
import replicationlab.evidence.Dates;
import replicationlab.evidence.HardStep;
import replicationlab.ui.kit.LateTooltip;

/** The hardest steps as bars: how much of the failed attempts, and of the time, each one took. */
final class HardestSteps extends BorderPane {

  private static final double WIDEST = 110;

  private final VBox bars = new VBox();

  HardestSteps() {
    Label title = new Label("Hardest steps");
    title.getStyleClass().add("pane-title");
    title.setMinWidth(USE_PREF_SIZE);
    HBox legend =
        new HBox(
            new Label("", bar("failures", 10)),
            new Label("failed attempts"),
            new Label("", bar("spent", 10)),
            new Label("time"));
    legend.getStyleClass().add("bar-legend");
    legend.setAlignment(Pos.CENTER_LEFT);
    HBox top = new HBox(title, legend);
    top.getStyleClass().add("pane-header");
    top.setAlignment(Pos.CENTER_LEFT);
    bars.getStyleClass().add("bars");
    ScrollPane scroll = new ScrollPane(bars);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    setTop(top);
    setCenter(scroll);
    setMinSize(0, 0);
    getStyleClass().add("hardest-steps");
  }

  void show(ClassOverview overview) {
    double widest = overview.hardest().stream().mapToDouble(HardStep::hardness).max().orElse(1);
    List<Node> rows =
        overview.hardest().stream().map(step -> (Node) row(step, WIDEST / widest)).toList();
    bars.getChildren().setAll(rows);
  }

  private static VBox row(HardStep step, double scale) {
    Label title = new Label(step.number() + "  " + step.title());
    title.getStyleClass().add("step-title");
    HBox bar =
        new HBox(
            bar("failures", step.failureShare() / 2 * scale),
            bar("spent", step.timeShare() / 2 * scale));
    bar.getStyleClass().add("bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    Label numbers =
        new Label(
            step.failures()
                + " failed, "
                + Dates.lasting(step.seconds())
                + (step.stuck() == 0 ? "" : ", " + step.stuck() + " at it now"));
    numbers.getStyleClass().add("numbers");
    HBox line = new HBox(bar, numbers);
    line.getStyleClass().add("bar-line");
    line.setAlignment(Pos.CENTER_LEFT);
    VBox row = new VBox(title, line);
    row.getStyleClass().add("hard-step");
    LateTooltip.set(
        row,
        "%s: %.0f %% of the class's failed attempts, %.0f %% of its time"
            .formatted(step.title(), step.failureShare() * 100, step.timeShare() * 100));
    return row;
  }

  private static Region bar(String style, double width) {
    Region bar = new Region();
    bar.getStyleClass().add(style);
    bar.setMinSize(width, 10);
    bar.setPrefSize(width, 10);
    bar.setMaxSize(width, 10);
    return bar;
  }
}
