package replicationlab.ui.evidence;

import java.util.List;
import java.util.Locale;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import replicationlab.evidence.Dates;
import replicationlab.evidence.Evidence;
import replicationlab.evidence.Replay.Moment;
import replicationlab.evidence.Replay.Sighting;
import replicationlab.ui.kit.EmptyState;
import replicationlab.ui.kit.Icons;

/** One student's lab played again: what they ran, what came of it, and what the servers did. */
final class ReplayView extends BorderPane {

  private final ReplayModel model;
  private final ReplayControls controls;
  private final ListView<Moment> moments = new ListView<>();
  private final Label title = new Label();
  private final Label heading = new Label();
  private final TextArea lines = new TextArea();
  private final Label servers = new Label();
  private final LsnChart chart = new LsnChart();
  private final VBox head;
  private final SplitPane parts;
  private final EmptyState empty =
      new EmptyState(Icons.CLASS, "Choose a student above to see the lab played again.");
  private final ChangeListener<Object> onStudent = (property, was, is) -> showStudent();
  private final ChangeListener<Object> onPosition = (property, was, is) -> showMoment();

  ReplayView(ReplayModel model) {
    this.model = model;
    controls = new ReplayControls(model);
    title.getStyleClass().add("pane-title");
    head = new VBox(title, controls);
    head.getStyleClass().add("replay-head");
    moments.setCellFactory(list -> new MomentCell());
    moments.setFixedCellSize(24);
    moments.setId("moments");
    moments
        .getSelectionModel()
        .selectedIndexProperty()
        .addListener((property, was, is) -> {
          if (is.intValue() >= 0 && is.intValue() != model.positionProperty().get()) {
            controls.jump(is.intValue());
          }
        });
    heading.setWrapText(true);
    heading.setMinHeight(USE_PREF_SIZE);
    heading.getStyleClass().add("heading");
    lines.setEditable(false);
    lines.setWrapText(true);
    lines.getStyleClass().add("monospace");
    lines.setId("moment-lines");
    VBox.setVgrow(lines, Priority.ALWAYS);
    VBox moment = new VBox(heading, lines);
    moment.getStyleClass().add("moment");
    servers.setWrapText(true);
    servers.setMinHeight(USE_PREF_SIZE);
    servers.setId("servers");
    servers.getStyleClass().add("servers");
    VBox.setVgrow(chart, Priority.ALWAYS);
    VBox cluster = new VBox(servers, chart);
    parts = new SplitPane(moments, moment, cluster);
    parts.getDividers().getFirst().setPosition(0.31);
    parts.getDividers().getLast().setPosition(0.66);
    for (var part : List.of(moments, moment, cluster)) {
      part.setMinSize(0, 0);
    }
    setTop(head);
    setCenter(new StackPane(empty, parts));
    setMinSize(0, 0);
    getStyleClass().add("replay-view");
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    sceneProperty().addListener((property, was, is) -> showing(is != null));
  }

  private void showing(boolean shows) {
    if (shows) {
      model.studentProperty().addListener(onStudent);
      model.positionProperty().addListener(onPosition);
      showStudent();
    } else {
      model.studentProperty().removeListener(onStudent);
      model.positionProperty().removeListener(onPosition);
    }
  }

  private void showStudent() {
    @Nullable Evidence student = model.studentProperty().get();
    boolean some = student != null && !model.moments().isEmpty();
    empty.setVisible(!some);
    parts.setVisible(some);
    head.setVisible(some);
    head.setManaged(some);
    controls.stop();
    moments.getItems().setAll(model.moments());
    if (student != null && some) {
      title.setText(
          student.who()
              + ", PostgreSQL "
              + student.machine().postgres()
              + ", "
              + Dates.of(model.moments().getFirst().at()));
      chart.show(model.replay());
    }
    showMoment();
  }

  private void showMoment() {
    controls.update();
    @Nullable Moment now = model.now();
    if (now == null) {
      return;
    }
    moments.getSelectionModel().select(model.positionProperty().get());
    moments.scrollTo(Math.max(0, model.positionProperty().get() - 3));
    heading.setText((now.step().isEmpty() ? "" : now.step() + "\n") + now.heading());
    heading.setGraphic(icon(now).node(style(now)));
    lines.setText(String.join("\n", now.lines()));
    lines.setVisible(!now.lines().isEmpty());
    @Nullable Sighting seen = model.replay().serversAt(now.at());
    servers.setText(seen == null ? "The servers had not been seen yet." : seen.words());
    chart.showUpTo(now.at());
  }

  private void key(KeyEvent event) {
    if (lines.equals(event.getTarget()) || event.isShortcutDown()) {
      return;
    }
    KeyCode code = event.getCode();
    switch (code) {
      case LEFT -> controls.back();
      case RIGHT -> controls.forward();
      case HOME -> controls.jump(0);
      case END -> controls.toEnd();
      case SPACE -> controls.playOrPause();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private static Icons icon(Moment moment) {
    return switch (moment.tone()) {
      case PLAIN -> Icons.NEWS;
      case COMMAND -> Icons.CONSOLE;
      case PASSED -> Icons.PASSED;
      case FAILED -> Icons.FAILED;
      case UNDETERMINED -> Icons.UNDETERMINED;
    };
  }

  private static String style(Moment moment) {
    return moment.tone().name().toLowerCase(Locale.ROOT);
  }

  /** A verdict needs to say on what; a command says it itself. */
  private static String words(Moment moment) {
    boolean verdict =
        switch (moment.tone()) {
          case PASSED, FAILED, UNDETERMINED -> true;
          case PLAIN, COMMAND -> false;
        };
    return verdict && !moment.step().isEmpty()
        ? moment.heading() + ": " + moment.step()
        : moment.heading();
  }

  private static final class MomentCell extends ListCell<Moment> {
    MomentCell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Moment moment, boolean isEmpty) {
      super.updateItem(moment, isEmpty);
      if (isEmpty || moment == null) {
        setText(null);
        setGraphic(null);
        return;
      }
      setText(Dates.second(moment.at()) + "  " + words(moment));
      setGraphic(icon(moment).node(style(moment)));
    }
  }
}
