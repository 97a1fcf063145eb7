package replicationlab.ui.deck;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import replicationlab.ui.kit.LateTooltip;

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
    title.setWrapText(true);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Label progress = new Label();
    progress.textProperty().bind(lab.progress());
    progress.setMinWidth(USE_PREF_SIZE);
    progress.getStyleClass().add("outline-progress");
    HBox both = new HBox(title, progress);
    both.setAlignment(Pos.CENTER_LEFT);
    both.getStyleClass().add("outline-lab");
    Button button = new WrappingButton(both);
    LateTooltip.set(button, "Go to the lab: " + lab.title());
    button
        .accessibleTextProperty()
        .bind(lab.progress().map(steps -> "Lab: " + lab.title() + ", " + steps + " steps passed"));
    button.setOnAction(_ -> lab.open().run());
    return button;
  }

  /** As wide as the outline, and as high as what is in it needs at that width. */
  private static final class WrappingButton extends Button {

    private final Region content;

    WrappingButton(Region content) {
      super("", content);
      this.content = content;
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      setMaxWidth(Double.MAX_VALUE);
      setMinSize(0, USE_PREF_SIZE);
      content
          .prefWidthProperty()
          .bind(
              Bindings.createDoubleBinding(
                  () -> inside(getWidth()), widthProperty(), insetsProperty()));
      getStyleClass().add("flat");
    }

    private double inside(double width) {
      return Math.max(0, width - snappedLeftInset() - snappedRightInset());
    }

    @Override
    public Orientation getContentBias() {
      return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
      return content.prefHeight(inside(width < 0 ? getWidth() : width))
          + snappedTopInset()
          + snappedBottomInset();
    }
  }
}
