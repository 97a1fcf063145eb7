package replicationlab.ui.present;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.Positions;
import replicationlab.ui.deck.PresentingActions;
import replicationlab.ui.diagram.DiagramPlaceholder;
import replicationlab.ui.kit.Theme;
import replicationlab.ui.text.TextStyle;

/** What a slide's code did lies over the slide, below all that the speaker puts over both. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class OverSlideTest {

  private final Ink ink = new Ink(InkMemory.NONE);
  private Button button;
  private StackPane over;
  private Stage stage;
  private Scene scene;

  @Start
  void start(Stage shared) {
    Theme.LIGHT.install();
    DeckViewModel deck = new DeckViewModel(Positions.NONE, (opened, picture) -> 0);
    deck.placeProperty().subscribe(ink::show);
    button = new Button("In it");
    over = new StackPane(button);
    over.setStyle("-fx-background-color: lime;");
    over.setVisible(false);
    SpeakerTools tools =
        new SpeakerTools(
            new PresentingActions() {
              @Override
              public void pen() {
                ink.toggle(Ink.Tool.PEN);
              }
            },
            () -> over,
            event -> {
              boolean closes = event.getCode() == KeyCode.ESCAPE && over.isVisible();
              if (closes) {
                over.setVisible(false);
              }
              return closes;
            },
            List::of,
            new SimpleBooleanProperty(),
            _ -> List.of(),
            new SimpleDoubleProperty(1),
            _ -> {});
    AudienceView view =
        new AudienceView(deck, picture -> new DiagramPlaceholder(picture.target()), ink, tools);
    scene = new Scene(view, 800, 450);
    Theme.prepare(scene);
    scene.getRoot().getStylesheets().add(TextStyle.SHEET);
    stage = new Stage();
    stage.setScene(scene);
    stage.show();
    deck.open(SampleTalk.opened());
    view.focusSlide();
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(stage::close);
  }

  private Color seen(FxRobot robot) {
    waitForFxEvents();
    Color[] seen = new Color[1];
    robot.interact(() -> seen[0] = scene.snapshot(null).getPixelReader().getColor(200, 200));
    return seen[0];
  }

  private void lay(FxRobot robot) {
    robot.interact(() -> {
      over.setVisible(true);
      button.requestFocus();
    });
  }

  @Test
  void aCurtainHidesItAndIsTakenAwayBeforeIt(FxRobot robot) {
    lay(robot);
    assertThat(seen(robot)).isEqualTo(Color.LIME);
    robot.push(KeyCode.B);
    assertThat(seen(robot)).isEqualTo(Color.BLACK);
    robot.push(KeyCode.W);
    assertThat(seen(robot)).isEqualTo(Color.WHITE);
    robot.push(KeyCode.ESCAPE);
    assertThat(seen(robot)).isEqualTo(Color.LIME);
    robot.push(KeyCode.O);
    robot.push(KeyCode.ESCAPE);
    assertThat(over.isVisible()).as("below the overview").isTrue();
    robot.push(KeyCode.ESCAPE);
    assertThat(over.isVisible()).isFalse();
  }

  @Test
  void thePenDrawsOnIt(FxRobot robot) {
    lay(robot);
    robot.press(KeyCode.CONTROL, KeyCode.P).release(KeyCode.P, KeyCode.CONTROL);
    robot.drag(scene.getRoot()).moveBy(60, 0).drop();
    waitForFxEvents();
    assertThat(ink.strokes()).hasSize(1);
    assertThat(scene.lookup(".ink-stroke")).isNotNull();
  }

  /** As of a window that is behind another: its keys are not those of the keyboard now. */
  @Test
  void theSlideHasTheKeysAfterItAlsoInAWindowBehind(FxRobot robot) {
    Button there = new Button("In it");
    StackPane behind = new StackPane(there);
    AtomicInteger focused = new AtomicInteger();
    robot.interact(() -> {
      var _ =
          new Scene(new StackPane(OverSlide.returning(behind, focused::incrementAndGet)), 200, 100);
      there.requestFocus();
      focused.set(0);
      assertThat(behind.isFocusWithin()).as("without the keyboard").isFalse();
      behind.setVisible(false);
    });
    assertThat(focused).hasValue(1);
  }
}
