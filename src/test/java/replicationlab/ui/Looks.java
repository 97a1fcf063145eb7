package replicationlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.Scene;
import org.testfx.util.WaitForAsyncUtils;
import replicationlab.ui.kit.Theme;

/** Looks at a scene in both themes, and lets no warning about a style sheet pass. */
public final class Looks {

  private static final Logger CSS = Logger.getLogger("javafx.css");

  private Looks() {}

  /** Takes {@code NAME-light.png}, {@code NAME-dark.png} and {@code NAME-high_contrast.png}. */
  public static void inBothThemes(Scene scene, String name) {
    List<String> warnings = new CopyOnWriteArrayList<>();
    Handler handler = new Collector(warnings);
    CSS.addHandler(handler);
    try {
      for (Theme theme : List.of(Theme.DARK, Theme.HIGH_CONTRAST, Theme.LIGHT)) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, theme::install);
        Pictures.take(scene, name + "-" + theme.name().toLowerCase(Locale.ROOT));
      }
    } finally {
      CSS.removeHandler(handler);
    }
    assertThat(warnings).as("warnings about style sheets").isEmpty();
  }

  private static final class Collector extends Handler {
    private final List<String> warnings;

    Collector(List<String> warnings) {
      this.warnings = warnings;
    }

    @Override
    public void publish(LogRecord record) {
      if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
        warnings.add(record.getMessage());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
