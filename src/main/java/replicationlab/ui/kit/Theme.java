package replicationlab.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Light, dark, whatever the system says, or black with white words and bright signs. Components
 * name no colour of their own, so one switch changes all.
 */
public enum Theme {
  LIGHT,
  DARK,
  SYSTEM,
  HIGH_CONTRAST;

  private static @Nullable Theme installed;
  private static final ReadOnlyObjectWrapper<@Nullable String> SHEET =
      new ReadOnlyObjectWrapper<>();

  /** Makes this the look of every window; call on the FX thread. */
  public void install() {
    if (installed == null) {
      Platform.getPreferences().colorSchemeProperty().subscribe((was, is) -> followSystem());
    }
    installed = this;
    String sheet = address();
    Application.setUserAgentStylesheet(sheet);
    SHEET.set(sheet);
  }

  private String address() {
    if (this == HIGH_CONTRAST) {
      return HighContrast.sheet();
    }
    return isDark()
        ? new PrimerDark().getUserAgentStylesheet()
        : new PrimerLight().getUserAgentStylesheet();
  }

  /** Changes with the look, for whoever keeps pictures of it. Outlives every view. */
  public static ReadOnlyObjectProperty<@Nullable String> sheetProperty() {
    return SHEET.getReadOnlyProperty();
  }

  private static void followSystem() {
    if (installed == SYSTEM) {
      SYSTEM.install();
    }
  }

  /** Whether windows are dark under this theme now. */
  public boolean isDark() {
    return this == DARK
        || this == HIGH_CONTRAST
        || (this == SYSTEM && Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
  }

  /**
   * Adds to a scene what our views need beyond AtlantaFX: code colours, and modena's names for
   * ControlsFX.
   */
  public static void prepare(Scene scene) {
    prepare(scene, Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW));
  }

  /**
   * @param seeThrough whether a window can have holes, which on X takes a compositor: a remote or a
   *     small desktop may have none
   */
  static void prepare(Scene scene, boolean seeThrough) {
    scene
        .getStylesheets()
        .addAll(sheet(Theme.class, "kit.css"), Monospace.sheet(), TextSize.sheet(1));
    if (!seeThrough) {
      scene.getStylesheets().add(sheet(Theme.class, "opaque.css"));
    }
  }

  /** The address of a style sheet beside a class, for {@code getStylesheets()}. */
  public static String sheet(Class<?> beside, String name) {
    return Objects.requireNonNull(beside.getResource(name), name).toExternalForm();
  }

  /**
   * Has a node styled by a sheet that its scene holds, once for all nodes of its kind. For what is
   * made anew again and again: JavaFX parses a sheet of a node's own for every node, and keeps it.
   * The window's root has these sheets from the start, because a sheet that comes while a scene is
   * being styled makes JavaFX lose its colours for that moment.
   */
  public static void style(Node node, String sheet) {
    node.sceneProperty()
        .subscribe(scene -> {
          if (scene != null
              && !scene.getStylesheets().contains(sheet)
              && !scene.getRoot().getStylesheets().contains(sheet)) {
            scene.getStylesheets().add(sheet);
          }
        });
  }

  /** Makes all text and icons of a prepared scene bigger or smaller: 1 is the usual size. */
  public static void scaleText(Scene scene, double scale) {
    scene.getStylesheets().removeIf(TextSize::isSheet);
    scene.getStylesheets().add(TextSize.sheet(scale));
  }

  /** The same in every window that is open and was prepared; call on the FX thread. */
  public static void scaleText(double scale) {
    List.copyOf(Window.getWindows()).stream()
        .map(Window::getScene)
        .filter(
            scene -> scene != null && scene.getStylesheets().stream().anyMatch(TextSize::isSheet))
        .forEach(scene -> scaleText(scene, scale));
  }
}
