package replicationlab.ui.preferences;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import replicationlab.settings.Settings;
import replicationlab.settings.Settings.Bounds;
import replicationlab.settings.Settings.Logging;
import replicationlab.settings.Settings.Look;
import replicationlab.settings.Settings.Motion;
import replicationlab.settings.Settings.Way;
import replicationlab.ui.kit.NextLayout;
import replicationlab.ui.kit.Theme;

/** The sections of the settings, one below the other. */
public final class PreferencesView extends ScrollPane {

  private final PreferencesModel model;
  private final Section labSection;

  /**
   * @param lab the fields of what the lab runs with, and a button that applies them
   * @param usualLab brings those fields back to the usual
   * @param screens the screens that there are, by name
   * @param repositoryProblem answers with what is wrong with a repository's address, or nothing
   */
  public PreferencesView(
      PreferencesModel model,
      Region lab,
      Runnable usualLab,
      Map<String, Bounds> screens,
      Function<String, String> repositoryProblem) {
    this.model = model;
    labSection = new Section("PostgreSQL, workspace and ports", usualLab).add(lab);
    VBox sections =
        new VBox(
            look(),
            course(),
            presenting(screens),
            labSection,
            evidence(),
            repository(repositoryProblem),
            log());
    sections.getStyleClass().add("sections");
    setContent(sections);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().add("preferences");
    getStylesheets().add(Theme.sheet(PreferencesView.class, "preferences.css"));
    setAccessibleText("Settings");
  }

  /** Scrolls to what the lab runs with, when everything above has its height. */
  public void revealLab() {
    NextLayout.after(
        this,
        () -> {
          double hidden =
              getContent().getLayoutBounds().getHeight() - getViewportBounds().getHeight();
          double top = labSection.getBoundsInParent().getMinY();
          setVvalue(hidden <= 0 ? 0 : Math.clamp(top / hidden, 0, 1));
        });
  }

  private Section look() {
    Map<Look, String> looks = new LinkedHashMap<>();
    looks.put(Look.SYSTEM, "As the system");
    looks.put(Look.LIGHT, "Light");
    looks.put(Look.DARK, "Dark");
    looks.put(Look.HIGH_CONTRAST, "High contrast");
    Map<Motion, String> motions = new EnumMap<>(Motion.class);
    motions.put(Motion.AS_THE_SYSTEM, "As the system");
    motions.put(Motion.REDUCED, "Reduced: diagrams stand still");
    Settings usual = Settings.DEFAULTS;
    return new Section(
            "Look",
            model,
            now -> now.with(usual.look()).withFontScale(usual.fontScale()).with(usual.motion()))
        .add("Colours", new OneOf<>("Colours", looks, model, Settings::look, Settings::with))
        .add("Text size", new TextSizeSlider(model))
        .add("Motion", new OneOf<>("Motion", motions, model, Settings::motion, Settings::with));
  }

  private Section course() {
    Map<Way, String> ways = new EnumMap<>(Way.class);
    ways.put(Way.GUIDED, "Guided: each step's command in sight");
    ways.put(Way.ON_MY_OWN, "On my own: hints when asked for");
    Map<Boolean, String> times = new LinkedHashMap<>();
    times.put(false, "As of now, for the chosen PostgreSQL");
    times.put(true, "As written, for PostgreSQL 9.0");
    Settings usual = Settings.DEFAULTS;
    return new Section(
            "Course", model, now -> now.with(usual.way()).withAsWritten(usual.asWritten()))
        .add("Labs", new OneOf<>("Labs", ways, model, Settings::way, Settings::with))
        .add(
            "Slides",
            new OneOf<>("Slides", times, model, Settings::asWritten, Settings::withAsWritten));
  }

  private Section presenting(Map<String, Bounds> screens) {
    double notesScale = Settings.DEFAULTS.presenting().notesScale();
    Section section =
        new Section(
            "Presenting",
            model,
            now -> now.with(now.presenting().withAudience(null).withNotesScale(notesScale)));
    if (screens.size() < 2) {
      return section.add(
          hint("One screen is connected. The audience's slides take a second one by themselves."));
    }
    Map<@Nullable Bounds, String> choices = new LinkedHashMap<>();
    choices.put(null, "The one where this window is not");
    screens.forEach((name, bounds) -> choices.put(bounds, name));
    @Nullable Bounds chosen = model.nowProperty().get().presenting().audience();
    choices.putIfAbsent(chosen, "One that is not connected now");
    return section
        .add(
            "Screen for the audience",
            new OneOf<>(
                "Screen for the audience",
                choices,
                model,
                now -> now.presenting().audience(),
                (now, bounds) -> now.with(now.presenting().withAudience(bounds))))
        .add(hint("The presenter's window takes another one; X swaps the two."));
  }

  private static Label hint(String sentence) {
    Label words = new Label(sentence);
    words.setWrapText(true);
    words.getStyleClass().add("hint");
    return words;
  }

  private Section evidence() {
    return new Section("Evidence", model, now -> now.withWho(""))
        .add(
            "Your name on it",
            new Words(
                "Your name on evidence",
                "Asked for when evidence is exported",
                model,
                Settings::who,
                Settings::withWho,
                typed -> ""));
  }

  private Section repository(Function<String, String> problem) {
    return new Section("Downloads", model, now -> now.withRepository(""))
        .add(
            "Maven repository that more servers come from",
            new Words(
                "Maven repository that more servers come from",
                "The usual one",
                model,
                Settings::repository,
                Settings::withRepository,
                problem));
  }

  private Section log() {
    Map<Logging, String> details = new LinkedHashMap<>();
    details.put(Logging.OFF, "Off");
    details.put(Logging.NORMAL, "Normal");
    details.put(Logging.EVERYTHING, "Everything");
    return new Section("Log of this program", model, now -> now.with(Settings.DEFAULTS.logging()))
        .add(
            "How much it holds",
            new OneOf<>("Log", details, model, Settings::logging, Settings::with))
        .add(hint("The log lies in the workspace and never leaves this machine."));
  }
}
