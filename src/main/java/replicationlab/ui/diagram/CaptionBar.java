package replicationlab.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import replicationlab.diagram.Diagram;
import replicationlab.diagram.DiagramState;
import replicationlab.ui.kit.LateTooltip;

/** What a moment shows, in words, and the way to the other moments. Its height never changes. */
final class CaptionBar extends VBox {

  /** Room for a title and two lines of a sentence, in pixels of the unscaled sheet. */
  private static final double HEIGHT = 106;

  private static final double WIDTH = 960;

  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final Label title = new Label();
  private final Label sentence = new Label();
  private final Button back = button(Feather.CHEVRON_LEFT, "Step back (Left)");
  private final Button forth = button(Feather.CHEVRON_RIGHT, "Next step (Right)");
  private final List<Button> dots = new ArrayList<>();

  CaptionBar(Diagram diagram, IntConsumer goTo, Runnable backward, Runnable forward) {
    getStyleClass().add("diagram-caption");
    setMinSize(WIDTH, HEIGHT);
    setPrefSize(WIDTH, HEIGHT);
    setMaxSize(WIDTH, HEIGHT);
    title.getStyleClass().add("caption-title");
    sentence.getStyleClass().add("caption-sentence");
    sentence.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    back.setId("diagram-back");
    forth.setId("diagram-forward");
    back.setOnAction(event -> backward.run());
    forth.setOnAction(event -> forward.run());
    HBox steps = new HBox(back);
    steps.getStyleClass().add("caption-steps");
    steps.setAlignment(Pos.CENTER);
    for (int moment = 0; moment < diagram.moments(); moment++) {
      dots.add(dot(diagram.stateAt(moment).title(), moment, goTo));
    }
    steps.getChildren().addAll(dots);
    steps.getChildren().add(forth);
    steps.setVisible(diagram.moments() > 1);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox top = new HBox(title, gap, steps);
    top.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(top, sentence);
  }

  private static Button button(Feather icon, String tip) {
    Button button = new Button("", new FontIcon(icon));
    button.getStyleClass().addAll("flat", "caption-button");
    LateTooltip.set(button, tip);
    button.setAccessibleText(tip);
    return button;
  }

  private static Button dot(String name, int moment, IntConsumer goTo) {
    Button dot = new Button();
    dot.getStyleClass().setAll("caption-dot");
    dot.setOnAction(event -> goTo.accept(moment));
    LateTooltip.set(dot, name);
    dot.setAccessibleText(moment == 0 ? "Start: " + name : "Step " + moment + ": " + name);
    dot.setFocusTraversable(false);
    return dot;
  }

  void show(DiagramState state, int moment) {
    title.setText(state.title());
    sentence.setText(state.caption());
    back.setDisable(moment == 0);
    forth.setDisable(moment == dots.size() - 1);
    for (int i = 0; i < dots.size(); i++) {
      dots.get(i).pseudoClassStateChanged(CURRENT, i == moment);
    }
  }
}
