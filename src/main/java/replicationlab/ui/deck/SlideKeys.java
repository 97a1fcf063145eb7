package replicationlab.ui.deck;

import static javafx.scene.input.KeyCode.*;
import static replicationlab.ui.deck.SlideAction.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The table of the slides' keys, from which the handler and the map of keys are made. It holds the
 * keys that people know from other presenters, and those that hand-held clickers send: Page Up and
 * Page Down, F5 and Esc in turn, a full stop or B.
 */
public final class SlideKeys {

  /** Which modifiers must be held. */
  enum With {
    NOTHING(""),
    SHIFT("Shift+"),
    CTRL("Ctrl+"),
    ALT("Alt+"),
    /** Whether a sign needs Shift is the keyboard's affair. */
    CTRL_ANY_SHIFT("Ctrl+");

    private final String words;

    With(String words) {
      this.words = words;
    }

    boolean isHeld(KeyEvent event) {
      boolean shortcut = this == CTRL || this == CTRL_ANY_SHIFT;
      return event.isShortcutDown() == shortcut
          && event.isAltDown() == (this == ALT)
          && (this == CTRL_ANY_SHIFT || event.isShiftDown() == (this == SHIFT));
    }
  }

  /**
   * One key.
   *
   * @param sign what the key types wherever it is on the keyboard; empty for a key without a sign
   * @param name how it is written in the map of keys
   */
  record Key(With with, KeyCode code, String sign, String name) {

    boolean matches(KeyEvent event) {
      boolean alone = !event.isShortcutDown() && !event.isAltDown();
      return (alone && !sign.isEmpty() && sign.equals(event.getText()))
          || (event.getCode() == code && with.isHeld(event));
    }
  }

  /** The keys of one action. */
  public record Row(SlideAction action, List<Key> all) {

    public Row {
      all = List.copyOf(all);
    }

    /** The keys as the map of keys lists them: "→, ↓, Space". */
    public String keys() {
      return all.stream().map(Key::name).distinct().collect(Collectors.joining(", "));
    }
  }

  private static final List<Row> ROWS =
      List.of(
          row(NEXT, plain(RIGHT, DOWN, SPACE, ENTER, N, PAGE_DOWN)),
          row(PREVIOUS, plain(LEFT, UP), with(With.SHIFT, SPACE), plain(P, PAGE_UP, BACK_SPACE)),
          row(NEXT_SLIDE, with(With.ALT, RIGHT, DOWN, PAGE_DOWN)),
          row(PREVIOUS_SLIDE, with(With.ALT, LEFT, UP, PAGE_UP)),
          row(FIRST, plain(HOME)),
          row(LAST, plain(END)),
          row(JUMP, plain(G)),
          row(OVERVIEW, plain(O)),
          row(SEARCH, sign(With.NOTHING, SLASH, "/"), plain(DIVIDE), with(With.CTRL, F)),
          row(BLACK, plain(B), sign(With.NOTHING, PERIOD, "."), plain(DECIMAL)),
          row(WHITE, plain(W), sign(With.NOTHING, COMMA, ",")),
          row(PRESENT, plain(F5, F)),
          row(PRESENT_FROM_START, with(With.SHIFT, F5)),
          row(PRESENTER, plain(S)),
          row(SWAP_SCREENS, plain(X)),
          row(PEN, with(With.CTRL, P)),
          row(LASER, with(With.CTRL, L)),
          row(ERASE, plain(E)),
          row(DARK, plain(D)),
          row(THEN_OR_NOW, plain(T)),
          row(ZOOM_IN, with(With.CTRL_ANY_SHIFT, PLUS, ADD, EQUALS)),
          row(ZOOM_OUT, with(With.CTRL_ANY_SHIFT, MINUS, SUBTRACT)),
          row(ZOOM_RESET, with(With.CTRL, DIGIT0, NUMPAD0)),
          row(SCROLL_DOWN, with(With.CTRL, DOWN)),
          row(SCROLL_UP, with(With.CTRL, UP)),
          row(KEYS, plain(F1), sign(With.SHIFT, SLASH, "?")),
          row(CLOSE, plain(ESCAPE)));

  private SlideKeys() {}

  /** All of them, in the order of the map of keys. */
  public static List<Row> rows() {
    return ROWS;
  }

  /** What a key that is pressed asks for. */
  public static Optional<SlideAction> action(KeyEvent pressed) {
    return ROWS.stream()
        .filter(row -> row.all().stream().anyMatch(key -> key.matches(pressed)))
        .map(Row::action)
        .findFirst();
  }

  @SafeVarargs
  private static Row row(SlideAction action, List<Key>... keys) {
    List<Key> all = new ArrayList<>();
    for (List<Key> some : keys) {
      all.addAll(some);
    }
    return new Row(action, all);
  }

  private static List<Key> plain(KeyCode... codes) {
    return with(With.NOTHING, codes);
  }

  private static List<Key> with(With with, KeyCode... codes) {
    List<Key> keys = new ArrayList<>();
    for (KeyCode code : codes) {
      keys.add(new Key(with, code, "", with.words + name(code)));
    }
    return keys;
  }

  private static List<Key> sign(With with, KeyCode code, String sign) {
    // Between the commas of the map nobody could read a comma.
    return List.of(new Key(with, code, sign, sign.equals(",") ? ", (comma)" : sign));
  }

  private static String name(KeyCode code) {
    return switch (code) {
      case RIGHT -> "→";
      case LEFT -> "←";
      case UP -> "↑";
      case DOWN -> "↓";
      case PAGE_UP -> "Page Up";
      case PAGE_DOWN -> "Page Down";
      case BACK_SPACE -> "Backspace";
      case ESCAPE -> "Esc";
      case PLUS, ADD, EQUALS -> "+";
      case MINUS, SUBTRACT -> "−";
      case DIGIT0, NUMPAD0 -> "0";
      case DECIMAL -> ".";
      case DIVIDE -> "/";
      default -> code.getName();
    };
  }
}
