package replicationlab.ui.check;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import replicationlab.check.CheckResult;
import replicationlab.check.ProofReport;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.CheckRow;
import replicationlab.ui.kit.CodeBox;
import replicationlab.ui.kit.EmptyState;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.Theme;

/**
 * The checker: on top what the whole says, below each question with what was asked and answered.
 */
public final class CheckView extends BorderPane {

  private static final List<String> TONES = List.of("passed", "failed", "undetermined", "none");

  private final CheckViewModel model;
  private final Label words = new Label();
  private final VBox rows = new VBox();
  private final ScrollPane scroll = new ScrollPane(rows);
  private final Node nothingYet =
      new EmptyState(
          Icons.CHECKER,
          "Not checked yet. The proof asks both servers, writes one row of its own on the primary,"
              + " and looks for it on the standby.");
  private final Set<String> open = new HashSet<>();

  public CheckView(CheckViewModel model) {
    this.model = model;
    getStyleClass().add("check-view");
    getStylesheets().add(Theme.sheet(CheckView.class, "check.css"));
    rows.getStyleClass().add("rows");
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    setTop(header());
    model.rows().addListener((ListChangeListener<CheckResult>) change -> showRows());
    model.reportProperty().subscribe(report -> showVerdict());
    model.runningProperty().subscribe(running -> showVerdict());
    showRows();
    showVerdict();
  }

  private Node header() {
    words.setWrapText(true);
    words.getStyleClass().add("overall");
    words.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    ProgressIndicator busy = new ProgressIndicator();
    busy.getStyleClass().add("busy");
    busy.visibleProperty().bind(model.runningProperty());
    Button check = Buttons.labelled(Icons.CHECK, "Check", "Prove the standby (F9)", model::check);
    check.setId("check");
    check.setMinWidth(Region.USE_PREF_SIZE);
    check.disableProperty().bind(model.readyProperty().not());
    Button copy =
        Buttons.pictured(Icons.COPY, "Copy the whole proof", () -> CodeBox.copy(model.asText()));
    HBox header = new HBox(words, busy, check, copy);
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("header");
    return header;
  }

  private void showVerdict() {
    ProofReport report = model.reportProperty().get();
    words.setText(
        report != null
            ? CheckViewModel.words(report)
            : model.runningProperty().get()
                ? "Asking both servers…"
                : "Is the standby really a standby?");
    getStyleClass().removeAll(TONES);
    getStyleClass().add(report == null ? "none" : report.verdict().name().toLowerCase(Locale.ROOT));
  }

  private void showRows() {
    setCenter(model.rows().isEmpty() ? nothingYet : scroll);
    rows.getChildren().forEach(this::rememberOpen);
    rows.getChildren().setAll(model.rows().stream().map(this::row).toList());
  }

  private void rememberOpen(Node node) {
    if (node instanceof CheckRow row && row.isOpen()) {
      open.add(String.valueOf(row.getUserData()));
    } else {
      open.remove(String.valueOf(node.getUserData()));
    }
  }

  private Node row(CheckResult result) {
    CheckRow row = new CheckRow(result);
    row.setUserData(result.name());
    row.setOpen(open.contains(result.name()));
    return row;
  }
}
