package replicationlab.ui.export;

import atlantafx.base.theme.PrimerLight;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import replicationlab.ui.deck.SlideView;
import replicationlab.ui.diagram.DiagramView;
import replicationlab.ui.kit.Theme;
import replicationlab.ui.text.TextStyle;

/** Lays nodes out without a window, light as paper is whatever the window looks like. */
final class OffScreen {

  /** What is of use on a screen only. */
  private static final List<String> CONTROLS = List.of(".copy-button", ".caption-steps");

  /** Some views ask for another round once they know their width. */
  private static final int ROUNDS = 4;

  private final Pane root = new Pane();
  private final Scene scene;

  OffScreen(double width, double height) {
    scene = new Scene(root, width, height);
    scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    Theme.prepare(scene);
    scene.getStylesheets().addAll(SlideView.SHEET, TextStyle.SHEET, DiagramView.SHEET);
  }

  Scene scene() {
    return scene;
  }

  /** Shows a node at a size and nothing else. */
  void layOut(Region node, double width, double height) {
    node.setManaged(false);
    root.getChildren().setAll(node);
    node.resizeRelocate(0, 0, width, height);
    settle();
  }

  /** The height that a node wants at this width; it is then laid out at that size. */
  double layOutAt(Region node, double width) {
    layOut(node, width, scene.getHeight());
    double height = node.prefHeight(width);
    layOut(node, width, height);
    return height;
  }

  private void settle() {
    for (int round = 0; round < ROUNDS; round++) {
      root.applyCss();
      for (String control : CONTROLS) {
        for (Node node : root.lookupAll(control)) {
          node.setVisible(false);
        }
      }
      root.layout();
    }
  }

  void clear() {
    root.getChildren().clear();
  }
}
