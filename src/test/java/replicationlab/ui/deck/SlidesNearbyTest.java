package replicationlab.ui.deck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.ui.kit.Theme;

@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class SlidesNearbyTest {

  private static final String THREE =
      """
      # One

      ![1](one.svg)

      ***

      # Two

      ![2](two.svg)

      ***

      # Three

      ![3](three.svg)
      """;

  private final List<String> built = new CopyOnWriteArrayList<>();
  private DeckViewModel model;
  private PlaceView view;

  @Start
  void start(Stage stage) {
    Theme.LIGHT.install();
    model = new DeckViewModel(Decks.inMemory(), Decks.STEPS);
    view =
        new PlaceView(
            model,
            picture -> {
              built.add(picture.target());
              return new Region();
            });
    stage.setScene(new Scene(view, 800, 450));
    stage.show();
  }

  @Test
  void theSlidesOnBothSidesStandReadyBeforeTheyAreAskedFor(FxRobot robot) {
    robot.interact(() -> model.open(Decks.open(THREE)));
    robot.interact(() -> model.goTo(2));
    await().until(() -> Set.copyOf(built).size() == 3);
    // They are laid out in a frame in which nobody has asked for them yet.
    await().until(() -> view.getChildren().stream().allMatch(it -> widthOf(it) == 800));
    for (int number : new int[] {3, 2}) {
      robot.interact(() -> {
        List<String> before = List.copyOf(built);
        model.goTo(number);
        assertThat(built).as("none is built when it is asked for").isEqualTo(before);
        assertThat(view.slide()).as("it was laid out").matches(it -> it.getWidth() == 800);
      });
      assertThat(shown()).isEqualTo(List.of("One", "Two", "Three").get(number - 1));
      assertThat(seen()).as("slides that are seen").hasSize(1);
    }
  }

  private static double widthOf(Node slide) {
    return slide instanceof Region region ? region.getWidth() : 0;
  }

  @Test
  void whatIsFarFromTheSeenSlideIsDropped(FxRobot robot) {
    robot.interact(() -> model.open(Decks.open(THREE)));
    await().until(() -> built.contains("two.svg"));
    robot.interact(() -> model.goTo(3));
    assertThat(view.getChildren()).as("the second and the third").hasSize(2);
  }

  @Test
  void whatIsToldOtherwiseNowIsBuiltAnew(FxRobot robot) {
    robot.interact(() -> model.open(Decks.open(THREE)));
    await().until(() -> built.contains("two.svg"));
    built.clear();
    robot.interact(() -> model.toggleAsWritten());
    robot.interact(() -> model.goTo(2));
    assertThat(built).startsWith("one.svg", "two.svg");
  }

  private List<Node> seen() {
    return view.getChildren().stream().filter(Node::isVisible).toList();
  }

  private String shown() {
    waitForFxEvents();
    SlideView slide = view.slide();
    return slide == null ? "" : slide.getAccessibleText();
  }
}
