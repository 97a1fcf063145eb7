package replicationlab.ui.terminal;

import com.techsenger.jeditermfx.core.TerminalColor;
import com.techsenger.jeditermfx.core.TextStyle;
import com.techsenger.jeditermfx.core.emulator.ColorPalette;
import com.techsenger.jeditermfx.ui.TerminalActionPresentation;
import com.techsenger.jeditermfx.ui.settings.DefaultSettingsProvider;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.text.Font;

/**
 * How JediTermFX looks and which keys it takes for itself: none that a shell, psql or vi needs,
 * which are all with Ctrl and a letter.
 */
final class TerminalSettings extends DefaultSettingsProvider {

  private static final int KEPT_LINES = 10_000;

  private final TerminalLook look;

  TerminalSettings(TerminalLook look) {
    this.look = look;
  }

  @Override
  public Font getTerminalFont() {
    return look.font();
  }

  @Override
  public float getTerminalFontSize() {
    return (float) look.font().getSize();
  }

  @Override
  public ColorPalette getTerminalColorPalette() {
    return look.palette();
  }

  @Override
  public TerminalColor getDefaultForeground() {
    return look.foreground();
  }

  @Override
  public TerminalColor getDefaultBackground() {
    return look.background();
  }

  @Deprecated // and yet asked for
  @Override
  public TextStyle getDefaultStyle() {
    return new TextStyle(look.foreground(), look.background());
  }

  @Override
  public TextStyle getSelectionColor() {
    return look.selection();
  }

  @Override
  public boolean useInverseSelectionColor() {
    return false;
  }

  @Override
  public TextStyle getFoundPatternColor() {
    return look.found();
  }

  @Override
  public boolean audibleBell() {
    // The completion of a shell rings at every second key.
    return false;
  }

  @Override
  public int getBufferMaxLinesCount() {
    return KEPT_LINES;
  }

  @Override
  public TerminalActionPresentation getSelectAllActionPresentation() {
    return shown("Select all", KeyCode.A);
  }

  @Override
  public TerminalActionPresentation getFindActionPresentation() {
    return shown("Find", KeyCode.F);
  }

  @Override
  public TerminalActionPresentation getClearBufferActionPresentation() {
    return new TerminalActionPresentation("Clear", List.of());
  }

  @Override
  public TerminalActionPresentation getPageUpActionPresentation() {
    return with("Page up", KeyCode.PAGE_UP);
  }

  @Override
  public TerminalActionPresentation getPageDownActionPresentation() {
    return with("Page down", KeyCode.PAGE_DOWN);
  }

  @Override
  public TerminalActionPresentation getLineUpActionPresentation() {
    return shown("Line up", KeyCode.UP);
  }

  @Override
  public TerminalActionPresentation getLineDownActionPresentation() {
    return shown("Line down", KeyCode.DOWN);
  }

  private static TerminalActionPresentation with(String name, KeyCode code) {
    return new TerminalActionPresentation(
        name, new KeyCodeCombination(code, KeyCombination.SHIFT_DOWN));
  }

  private static TerminalActionPresentation shown(String name, KeyCode code) {
    return new TerminalActionPresentation(
        name,
        new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN));
  }
}
