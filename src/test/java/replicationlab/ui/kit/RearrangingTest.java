package replicationlab.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class RearrangingTest {

  /** Where it ran for each, it would run for ever. */
  private static final int ENOUGH = 20;

  private final IntegerProperty size = new SimpleIntegerProperty();
  private final List<Integer> seen = new ArrayList<>();

  @Test
  void manyChangesAreOneAndItsOwnAreNone(FxRobot robot) {
    robot.interact(() -> {
      Rearranging.when(this::look, size);
      size.set(100);
      size.set(200);
    });
    waitForFxEvents();
    assertThat(seen).containsExactly(0, 200);
    robot.interact(() -> size.set(300));
    waitForFxEvents();
    assertThat(seen).containsExactly(0, 200, 300);
  }

  /** Changes what it looks at, as the styles do that it applies. */
  private void look() {
    seen.add(size.get());
    if (seen.size() < ENOUGH) {
      size.set(size.get() + 1);
      size.set(size.get() - 1);
    }
  }
}
