package replicationlab.ui.deck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys, frozen: hands and clickers know them. */
class SlideKeysTest {

  private static final String FROZEN =
      """
      NEXT               | →, ↓, Space, Enter, N, Page Down
      PREVIOUS           | ←, ↑, Shift+Space, P, Page Up, Backspace
      NEXT_SLIDE         | Alt+→, Alt+↓, Alt+Page Down
      PREVIOUS_SLIDE     | Alt+←, Alt+↑, Alt+Page Up
      FIRST              | Home
      LAST               | End
      JUMP               | G
      OVERVIEW           | O
      SEARCH             | /, Ctrl+F
      BLACK              | B, .
      WHITE              | W, , (comma)
      PRESENT            | F5, F
      PRESENT_FROM_START | Shift+F5
      PRESENTER          | S
      SWAP_SCREENS       | X
      PEN                | Ctrl+P
      LASER              | Ctrl+L
      ERASE              | E
      DARK               | D
      THEN_OR_NOW        | T
      ZOOM_IN            | Ctrl++
      ZOOM_OUT           | Ctrl+−
      ZOOM_RESET         | Ctrl+0
      SCROLL_DOWN        | Ctrl+↓
      SCROLL_UP          | Ctrl+↑
      KEYS               | F1, ?
      CLOSE              | Esc
      """;

  @Test
  void theMapOfKeysIsThisOne() {
    List<String> rows = new ArrayList<>();
    SlideKeys.rows().forEach(row -> rows.add("%-18s | %s".formatted(row.action(), row.keys())));
    assertThat(String.join("\n", rows) + "\n").isEqualTo(FROZEN);
    assertThat(SlideKeys.rows())
        .extracting(SlideKeys.Row::action)
        .containsExactly(SlideAction.values());
  }

  @Test
  void theMapOfKeysSaysAlsoWhatNoSingleKeyDoes() {
    assertThat(SlideAction.JUMP.words()).contains("number with Enter");
    assertThat(SlideAction.ERASE.words()).contains("Ctrl+Z");
    assertThat(SlideAction.ZOOM_IN.words()).contains("a click with Ctrl");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          , RIGHT, NEXT
          , DOWN, NEXT
          , SPACE, NEXT
          , ENTER, NEXT
          , N, NEXT
          , PAGE_DOWN, NEXT
          , LEFT, PREVIOUS
          , UP, PREVIOUS
          shift, SPACE, PREVIOUS
          , P, PREVIOUS
          , PAGE_UP, PREVIOUS
          , BACK_SPACE, PREVIOUS
          alt, RIGHT, NEXT_SLIDE
          alt, DOWN, NEXT_SLIDE
          alt, PAGE_DOWN, NEXT_SLIDE
          alt, LEFT, PREVIOUS_SLIDE
          alt, UP, PREVIOUS_SLIDE
          alt, PAGE_UP, PREVIOUS_SLIDE
          , HOME, FIRST
          , END, LAST
          , G, JUMP
          , O, OVERVIEW
          , SLASH, SEARCH
          , DIVIDE, SEARCH
          ctrl, F, SEARCH
          , B, BLACK
          , PERIOD, BLACK
          , DECIMAL, BLACK
          , W, WHITE
          , COMMA, WHITE
          , F, PRESENT
          , F5, PRESENT
          shift, F5, PRESENT_FROM_START
          , S, PRESENTER
          , X, SWAP_SCREENS
          ctrl, P, PEN
          ctrl, L, LASER
          , E, ERASE
          , D, DARK
          , T, THEN_OR_NOW
          ctrl, PLUS, ZOOM_IN
          ctrl, ADD, ZOOM_IN
          ctrl, EQUALS, ZOOM_IN
          ctrlshift, EQUALS, ZOOM_IN
          ctrl, MINUS, ZOOM_OUT
          ctrl, SUBTRACT, ZOOM_OUT
          ctrl, DIGIT0, ZOOM_RESET
          ctrl, NUMPAD0, ZOOM_RESET
          ctrl, DOWN, SCROLL_DOWN
          ctrl, UP, SCROLL_UP
          , F1, KEYS
          shift, SLASH, KEYS
          , ESCAPE, CLOSE
          """)
  void eachKeyDoesThis(String modifiers, KeyCode code, SlideAction action) {
    String held = modifiers == null ? "" : modifiers;
    assertThat(SlideKeys.action(key(code, "", held))).contains(action);
  }

  @ParameterizedTest
  @CsvSource({
    "ctrl, N", "ctrl, B", "alt, B", "shift, N", "ctrl, S", "ctrl, O", "ctrl, HOME", "alt, HOME",
    "ctrl, RIGHT", "shift, RIGHT", "shift, PERIOD", ", F2", ", F9", ", Q", ", TAB", "ctrl, C"
  })
  void noOtherKeyIsTaken(String modifiers, KeyCode code) {
    assertThat(SlideKeys.action(key(code, "", modifiers == null ? "" : modifiers))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"shift, DIGIT7, /, SEARCH", "shift, QUOTE, ?, KEYS", "'', NUMBER_SIGN, ., BLACK"})
  void aSignIsASignWhereverTheKeyboardHasIt(
      String modifiers, KeyCode code, String sign, SlideAction action) {
    assertThat(SlideKeys.action(key(code, sign, modifiers))).contains(action);
  }

  private static KeyEvent key(KeyCode code, String text, String held) {
    return new KeyEvent(
        KeyEvent.KEY_PRESSED,
        "",
        text,
        code,
        held.contains("shift"),
        held.contains("ctrl"),
        held.contains("alt"),
        false);
  }
}
