package replicationlab.ui.deck;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import replicationlab.ui.kit.LateTooltip;

/** A slide in the overview: its picture, number and name. */
final class OverviewTile extends VBox {

  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final Overview overview;
  private final ImageView picture = new ImageView();
  private final StackPane frame = new StackPane(picture);
  private final Label name = new Label();
  private Subscription picturing = Subscription.EMPTY;
  private int slide = -1;

  OverviewTile(Overview overview) {
    this.overview = overview;
    picture.setPreserveRatio(true);
    frame.getStyleClass().add("overview-frame");
    name.setWrapText(true);
    getStyleClass().add("overview-tile");
    setAccessibleRole(AccessibleRole.BUTTON);
    getChildren().addAll(frame, name);
    setOnMouseClicked(_ -> overview.go(slide));
  }

  private void resize(double width) {
    double height = width * SlideView.HEIGHT / SlideView.WIDTH;
    picture.setFitWidth(width);
    frame.setMinSize(width + 4, height + 4);
    frame.setMaxSize(width + 4, height + 4);
    name.setMaxWidth(width);
  }

  void show(int index) {
    resize(overview.tileWidth());
    if (index != slide) {
      leave();
      slide = index;
      String words = (index + 1) + "  " + overview.name(index);
      name.setText(words);
      LateTooltip.set(name, words);
      SlideSnapshots snapshots = overview.snapshots();
      if (snapshots != null) {
        picturing = snapshots.of(index).subscribe(image -> picture.setImage(image));
      }
    }
    pseudoClassStateChanged(CURRENT, overview.isCurrent(index));
    pseudoClassStateChanged(CHOSEN, overview.isChosen(index));
    setAccessibleText(name.getText() + (overview.isCurrent(index) ? ", the current slide" : ""));
  }

  void leave() {
    picturing.unsubscribe();
    picturing = Subscription.EMPTY;
    picture.setImage(null);
    slide = -1;
  }
}
