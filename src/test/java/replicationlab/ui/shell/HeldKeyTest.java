package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/** Somebody holds F5 down for a moment too long. */
class HeldKeyTest {

  private final HeldKey held = new HeldKey(KeyCode.F5);

  private boolean isTaken(EventType<KeyEvent> type, KeyCode code) {
    KeyEvent event = new KeyEvent(type, "", "", code, false, false, false, false);
    held.filter(event);
    return event.isConsumed();
  }

  @Test
  void whatIsRepeatedIsTakenAwayUntilTheKeyIsLetGo() {
    assertThat(isTaken(KeyEvent.KEY_PRESSED, KeyCode.F5)).isFalse();
    assertThat(isTaken(KeyEvent.KEY_PRESSED, KeyCode.F5)).isTrue();
    assertThat(isTaken(KeyEvent.KEY_PRESSED, KeyCode.F5)).isTrue();
    assertThat(isTaken(KeyEvent.KEY_RELEASED, KeyCode.F5)).isFalse();
    assertThat(isTaken(KeyEvent.KEY_PRESSED, KeyCode.F5)).isFalse();
  }

  @Test
  void otherKeysMayRepeat() {
    assertThat(isTaken(KeyEvent.KEY_PRESSED, KeyCode.RIGHT)).isFalse();
    assertThat(isTaken(KeyEvent.KEY_PRESSED, KeyCode.RIGHT)).isFalse();
  }
}
