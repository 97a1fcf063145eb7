package replicationlab.ui.present;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

/** The room gets the projector, the speaker the other one, and nobody is left without. */
class ScreenChoiceTest {

  private static final Rectangle2D LAPTOP = new Rectangle2D(0, 0, 1280, 800);
  private static final Rectangle2D PROJECTOR = new Rectangle2D(1280, 0, 1920, 1080);
  private static final Rectangle2D WINDOW = new Rectangle2D(100, 100, 900, 600);

  @Test
  void withOneScreenTheSpeakerHasAnOrdinaryWindow() {
    ScreenChoice choice = ScreenChoice.of(List.of(LAPTOP), PROJECTOR, WINDOW);
    assertThat(choice.audience()).isEqualTo(LAPTOP);
    assertThat(choice.speaker()).isNull();
    assertThat(choice.swapped()).isEqualTo(choice);
  }

  @Test
  void theAudienceGetsTheScreenWhereTheProgramIsNot() {
    ScreenChoice choice = ScreenChoice.of(List.of(LAPTOP, PROJECTOR), null, WINDOW);
    assertThat(choice.audience()).isEqualTo(PROJECTOR);
    assertThat(choice.speaker()).isEqualTo(LAPTOP);
    assertThat(choice.swapped()).isEqualTo(new ScreenChoice(LAPTOP, PROJECTOR));
  }

  @Test
  void theChoiceOfTheLastTimeHoldsWhileThatScreenIsThere() {
    ScreenChoice before = ScreenChoice.of(List.of(LAPTOP, PROJECTOR), LAPTOP, WINDOW);
    assertThat(before).isEqualTo(new ScreenChoice(LAPTOP, PROJECTOR));
    Rectangle2D other = new Rectangle2D(1280, 0, 1024, 768);
    assertThat(ScreenChoice.of(List.of(LAPTOP, other), PROJECTOR, WINDOW).audience())
        .isEqualTo(other);
  }

  @Test
  void aWindowBetweenOrBesideTheScreensIsOnTheNearest() {
    Rectangle2D gone = new Rectangle2D(5000, 100, 900, 600);
    assertThat(ScreenChoice.near(List.of(LAPTOP, PROJECTOR), gone)).isEqualTo(PROJECTOR);
    assertThat(ScreenChoice.name(List.of(LAPTOP, PROJECTOR), PROJECTOR))
        .isEqualTo("Screen 2 (1920 \u00d7 1080)");
  }
}
