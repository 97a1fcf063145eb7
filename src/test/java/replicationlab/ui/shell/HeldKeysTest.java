package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/** Somebody holds F5, or S, down for a moment too long. */
class HeldKeysTest {

  private static final Set<KeyCode> SWITCHES = Set.of(KeyCode.F5, KeyCode.S);

  private final HeldKeys held = new HeldKeys(event -> SWITCHES.contains(event.getCode()));

  private boolean isTaken(EventType<KeyEvent> type, KeyCode code) {
    KeyEvent event = new KeyEvent(type, "", "", code, false, false, false, false);
    held.filter(event);
    return event.isConsumed();
  }

  @Test
  void whatIsRepeatedIsTakenAwayUntilTheKeyIsLetGo() {
    for (KeyCode key : SWITCHES) {
      assertThat(isTaken(KeyEvent.KEY_PRESSED, key)).isFalse();
      assertThat(isTaken(KeyEvent.KEY_PRESSED, key)).isTrue();
      assertThat(isTaken(KeyEvent.KEY_PRESSED, key)).isTrue();
      assertThat(isTaken(KeyEvent.KEY_RELEASED, key)).isFalse();
      assertThat(isTaken(KeyEvent.KEY_PRESSED, key)).isFalse();
    }
  }

  @Test
  void anotherKeyEndsTheRepeats() {
    assertThat(isTaken(KeyEvent.KEY_PRESSED, KeyCode.F5)).isFalse();
    assertThat(isTaken(KeyEvent.KEY_PRESSED, KeyCode.ESCAPE)).isFalse();
    assertThat(isTaken(KeyEvent.KEY_PRESSED, KeyCode.F5)).isFalse();
  }

  @Test
  void otherKeysMayRepeat() {
    assertThat(isTaken(KeyEvent.KEY_PRESSED, KeyCode.RIGHT)).isFalse();
    assertThat(isTaken(KeyEvent.KEY_PRESSED, KeyCode.RIGHT)).isFalse();
  }

  @Test
  void aKeyThatIsKeptForLaterCountsWhenItComesAgain() {
    KeyEvent kept =
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F5, false, false, false, false);
    kept.consume();
    held.filter(kept);
    assertThat(isTaken(KeyEvent.KEY_PRESSED, KeyCode.F5)).isFalse();
  }
}
