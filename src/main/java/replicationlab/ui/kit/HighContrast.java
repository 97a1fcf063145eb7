package replicationlab.ui.kit;

import atlantafx.base.theme.PrimerDark;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/**
 * The dark theme with its colours drawn apart. It is one sheet with AtlantaFX's, because only one
 * can be every window's, pop-ups and tooltips included.
 */
final class HighContrast {

  private HighContrast() {}

  static String sheet() {
    byte[] both =
        (read(PrimerDark.class, new PrimerDark().getUserAgentStylesheet())
                + "\n"
                + read(HighContrast.class, "high-contrast.css"))
            .getBytes(StandardCharsets.UTF_8);
    return "data:text/css;base64," + Base64.getEncoder().encodeToString(both);
  }

  private static String read(Class<?> beside, String name) {
    try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
