package replicationlab.ui.evidence;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import replicationlab.evidence.ClassOverview;
import replicationlab.evidence.ClassRow;
import replicationlab.ui.evidence.ClassOverviewModel.Reading;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.EmptyState;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.LateTooltip;
import replicationlab.ui.kit.Theme;

/**
 * What a class has handed in: who is where, which step is hard, and one student's lab played again.
 * Files and folders may be dropped on it.
 */
public final class ClassOverviewView extends BorderPane {

  private static final double ROW = 28;

  private final ClassOverviewModel model;
  private final ReplayModel replay = new ReplayModel();
  private final Label headline = new Label();
  private final Label trouble = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final ComboBox<HeatCells.Count> number = new ComboBox<>();
  private final Button clear;
  private final HBox header = new HBox();
  private final ListView<ClassRow> rows = new ListView<>();
  private final HardestSteps hardest = new HardestSteps();
  private final SplitPane parts;
  private final EmptyState empty;
  private final ChangeListener<Object> onOverview = (property, was, is) -> showOverview();
  private final ChangeListener<Object> onReading = (property, was, is) -> showReading();

  /**
   * A view of a class.
   *
   * @param choose lets the person choose files and hands them to the model
   */
  public ClassOverviewView(ClassOverviewModel model, Runnable choose) {
    this.model = model;
    clear = Buttons.labelled(Icons.CLEAR, "Close all", "Close all files", model::clear);
    empty =
        new EmptyState(
            Icons.CLASS,
            "Open the evidence files that your students have handed in, or drop them or their"
                + " folder here.",
            "Open files…",
            choose);
    setTop(top(choose));
    rows.setCellFactory(list -> new HeatRow());
    rows.setFixedCellSize(ROW);
    rows.setId("students");
    rows.getStyleClass().add("heat-rows");
    rows.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (property, was, is) -> replay.show(is == null ? null : is.evidence().orElse(null)));
    VBox.setVgrow(rows, Priority.ALWAYS);
    VBox map = new VBox(header, rows, HeatCells.legend());
    map.setMinSize(0, 0);
    map.getStyleClass().add("heat-map");
    SplitPane below = new SplitPane(hardest, new ReplayView(replay));
    below.getDividers().getFirst().setPosition(0.31);
    parts = new SplitPane(map, below);
    parts.setOrientation(Orientation.VERTICAL);
    parts.getDividers().getFirst().setPosition(0.55);
    setCenter(new StackPane(empty, parts));
    getStyleClass().add("class-overview");
    getStylesheets().add(Theme.sheet(ClassOverviewView.class, "evidence.css"));
    setOnDragOver(this::dragOver);
    setOnDragDropped(this::dropped);
    sceneProperty().addListener((property, was, is) -> showing(is != null));
  }

  private HBox top(Runnable choose) {
    headline.getStyleClass().add("headline");
    headline.setId("class-headline");
    headline.setMinWidth(0);
    trouble.getStyleClass().add("trouble");
    trouble.setId("class-trouble");
    progress.setId("class-progress");
    number.getItems().setAll(HeatCells.Count.values());
    number.setValue(HeatCells.Count.ATTEMPTS);
    number.setConverter(new NumberWords());
    LateTooltip.set(number, "What the numbers beside the signs count");
    number.valueProperty().addListener((property, was, is) -> rows.refresh());
    Button open = Buttons.labelled(Icons.FOLDER, "Open…", "Open evidence files (Ctrl+O)", choose);
    open.setId("open-evidence");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    for (Region fixed : List.of(open, clear, number)) {
      fixed.setMinWidth(USE_PREF_SIZE);
    }
    HBox top = new HBox(headline, trouble, space, progress, number, clear, open);
    top.setAlignment(Pos.CENTER_LEFT);
    top.getStyleClass().add("overview-header");
    return top;
  }

  private void showing(boolean shows) {
    if (shows) {
      model.overviewProperty().addListener(onOverview);
      model.readingProperty().addListener(onReading);
      model.troubleProperty().addListener(onReading);
      showOverview();
      showReading();
    } else {
      model.overviewProperty().removeListener(onOverview);
      model.readingProperty().removeListener(onReading);
      model.troubleProperty().removeListener(onReading);
    }
  }

  private void showOverview() {
    ClassOverview overview = model.overviewProperty().get();
    boolean none = overview.rows().isEmpty();
    empty.setVisible(none);
    parts.setVisible(!none);
    clear.setDisable(none);
    number.setDisable(none);
    headline.setText(none ? "Class overview" : overview.title() + ": " + model.headline());
    header.getChildren().setAll(HeatCells.header(overview.columns()));
    rows.getItems().setAll(overview.rows());
    hardest.show(overview);
    if (!none && rows.getSelectionModel().isEmpty()) {
      rows.getSelectionModel().selectFirst();
    }
  }

  private void showReading() {
    Reading reading = model.readingProperty().get();
    progress.setVisible(reading.isOn());
    progress.setManaged(reading.isOn());
    progress.setProgress(reading.all() == 0 ? 0 : (double) reading.done() / reading.all());
    trouble.setText(model.troubleProperty().get());
    trouble.setGraphic(trouble.getText().isEmpty() ? null : Icons.WARNING.node());
  }

  private void dragOver(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
    }
    event.consume();
  }

  private void dropped(DragEvent event) {
    List<Path> files = event.getDragboard().getFiles().stream().map(File::toPath).toList();
    if (!files.isEmpty()) {
      model.open(files);
    }
    event.setDropCompleted(!files.isEmpty());
    event.consume();
  }

  private final class HeatRow extends HeatCells.Row {
    @Override
    HBox draw(ClassRow row) {
      return HeatCells.row(row, model.overviewProperty().get().columns(), number.getValue());
    }
  }

  private static final class NumberWords extends StringConverter<HeatCells.Count> {
    @Override
    public String toString(HeatCells.@Nullable Count number) {
      return number == HeatCells.Count.MINUTES ? "Minutes" : "Attempts";
    }

    @Override
    public HeatCells.Count fromString(String text) {
      throw new UnsupportedOperationException("chosen, not typed");
    }
  }
}
