package replicationlab.ui.kit;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A line that opens to show more, by a click or by Space, Enter, Right and Left; Down and Up go on
 * to what comes next and before. Unlike a TitledPane its line may wrap.
 */
public final class Disclosure extends VBox {

  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

  private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
  private final HBox line = new HBox();
  private final VBox content = new VBox();

  /** A closed one: {@code title} is its line, {@code spoken} what a screen reader says. */
  public Disclosure(Node title, String spoken) {
    Node chevron = Icons.SHUT.node("chevron");
    HBox.setHgrow(title, Priority.ALWAYS);
    line.getChildren().addAll(chevron, title);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setFocusTraversable(true);
    line.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    line.setAccessibleText(spoken);
    line.getStyleClass().add("line");
    line.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY) {
        line.requestFocus();
        open.set(!open.get());
      }
    });
    line.setOnKeyPressed(this::key);
    content.getStyleClass().add("content");
    content.managedProperty().bind(open);
    content.visibleProperty().bind(open);
    chevron.rotateProperty().bind(open.map(isOpen -> isOpen ? 90 : 0));
    open.addListener((property, was, is) -> {
      pseudoClassStateChanged(OPEN, is);
      line.notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
    });
    getStyleClass().add("disclosure");
    getChildren().addAll(line, content);
  }

  /** Whether the content shows. */
  public BooleanProperty openProperty() {
    return open;
  }

  /** What shows when open. */
  public void setContent(Node... nodes) {
    content.getChildren().setAll(nodes);
  }

  /** The line that is always there, which takes the focus. */
  public HBox line() {
    return line;
  }

  private void key(KeyEvent event) {
    KeyCode code = event.getCode();
    boolean modified = event.isShortcutDown() || event.isAltDown();
    if (!modified && (code == KeyCode.SPACE || code == KeyCode.ENTER)) {
      open.set(!open.get());
    } else if (!modified && (code == KeyCode.RIGHT || code == KeyCode.LEFT)) {
      open.set(code == KeyCode.RIGHT);
    } else if (!modified && (code == KeyCode.DOWN || code == KeyCode.UP)) {
      // Left to the tabs around it, the key would bring another pane to the front.
      boolean _ =
          line.requestFocusTraversal(
              code == KeyCode.DOWN ? TraversalDirection.NEXT : TraversalDirection.PREVIOUS);
    } else {
      return;
    }
    event.consume();
  }
}
