package replicationlab.ui.deck;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The labs under the outline's slides, each with how far it is. */
final class LabList extends VBox {

  LabList() {
    getStyleClass().add("outline-labs");
    managedProperty().bind(visibleProperty());
    show(List.of());
  }

  void show(List<LabEntry> labs) {
    setVisible(!labs.isEmpty());
    Label caption = new Label(labs.size() == 1 ? "Lab" : "Labs");
    caption.getStyleClass().add("outline-caption");
    getChildren().setAll(caption);
    labs.forEach(lab -> getChildren().add(line(lab)));
  }

  private static Node line(LabEntry lab) {
    Label title = new Label(lab.title());
    title.setMinWidth(0);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Label progress = new Label();
    progress.textProperty().bind(lab.progress());
    progress.setMinWidth(USE_PREF_SIZE);
    progress.getStyleClass().add("outline-progress");
    HBox both = new HBox(title, progress);
    both.setAlignment(Pos.CENTER_LEFT);
    both.getStyleClass().add("outline-lab");
    Button button = new Button("", both);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinWidth(0);
    both.prefWidthProperty().bind(button.widthProperty().subtract(24));
    button.getStyleClass().add("flat");
    button.setTooltip(new Tooltip("Go to the lab: " + lab.title()));
    button
        .accessibleTextProperty()
        .bind(lab.progress().map(steps -> "Lab: " + lab.title() + ", " + steps + " steps passed"));
    button.setOnAction(_ -> lab.open().run());
    return button;
  }
}
