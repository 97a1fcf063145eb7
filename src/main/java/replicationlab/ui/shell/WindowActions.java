package replicationlab.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import replicationlab.settings.Settings;
import replicationlab.ui.check.CheckViewModel;
import replicationlab.ui.lab.LabViewModel;

/** What the menus do to the window. */
final class WindowActions implements ShellActions {

  private final ReplicationLabWindow window;

  WindowActions(ReplicationLabWindow window) {
    this.window = window;
  }

  @Override
  public void openDeck() {
    window.deckJourney().choose();
  }

  @Override
  public void openDeck(Path file) {
    window.deckJourney().open(file);
  }

  @Override
  public void openLab() {
    window.labJourney().choose(window.stage());
  }

  @Override
  public void openCourse() {
    window.deckJourney().openCourse();
  }

  @Override
  public List<String> recentDecks() {
    return window.deckJourney().recent();
  }

  @Override
  public void exportSlides() {
    window.deckJourney().export();
  }

  @Override
  public void chooseLab() {
    window.preferences().show();
  }

  /** Where what the lab runs with is chosen. */
  private void chooseServers() {
    window.preferences().showLab();
  }

  @Override
  public void home() {
    window.panes().home().show();
  }

  @Override
  public void quit() {
    window.quit();
  }

  @Override
  public void togglePart(ShellView.Part part) {
    window.shell().show(part, !window.shell().shows(part));
  }

  @Override
  public boolean shows(ShellView.Part part) {
    return window.shell().shows(part);
  }

  @Override
  public void terminal() {
    window.wayToTerminal().toggle();
  }

  @Override
  public void showPane(String name) {
    window.panes().settings().show(name);
  }

  @Override
  public void search() {
    if (!window.reading().search()) {
      showPane("Slide");
      window.deckView().stage().overlays().search();
    }
  }

  @Override
  public void present() {
    window.presenting().present();
  }

  @Override
  public void presentFromStart() {
    window.slides().first();
    window.presenting().presentFromStart();
  }

  @Override
  public void eraseDrawings() {
    int slides = window.presenting().eraseAll();
    window
        .messages()
        .tell(
            slides == 0
                ? "Nothing is drawn on the slides of this deck."
                : "What was drawn on %s is erased. Ctrl+Z on a slide brings its lines back."
                    .formatted(slides == 1 ? "one slide" : slides + " slides"));
  }

  @Override
  public void look(Settings.Look look) {
    window.preferences().change(now -> now.with(look));
  }

  @Override
  public Settings.Look look() {
    return window.settings().current().look();
  }

  @Override
  public void scaleText(double factor) {
    window
        .preferences()
        .change(now -> now.withFontScale(factor == 0 ? 1 : now.fontScale() * factor));
  }

  @Override
  public void runStep() {
    withLab(_ -> window.wayToStep().act());
  }

  @Override
  public void runAll() {
    withLab(LabViewModel::runAll);
  }

  @Override
  public void nextStep() {
    withLab(LabViewModel::openNext);
    backToStep();
  }

  @Override
  public void previousStep() {
    withLab(LabViewModel::openPrevious);
    backToStep();
  }

  @Override
  public void askForHelp() {
    withLab(LabViewModel::askForHelp);
  }

  @Override
  public void skipStep() {
    withLab(LabViewModel::skip);
  }

  @Override
  public void backToStep() {
    window.wayToStep().take();
  }

  private void withLab(Consumer<LabViewModel> task) {
    @Nullable LabViewModel lab = window.lab();
    if (lab == null) {
      chooseServers();
    } else {
      task.accept(lab);
    }
  }

  @Override
  public void check() {
    window.shell().show(ShellView.Part.CHECKER, true);
    @Nullable CheckViewModel checker = window.checker();
    if (checker == null) {
      chooseServers();
    } else {
      checker.check();
    }
  }

  @Override
  public void startServers() {
    window.labJourney().startServers();
  }

  @Override
  public void stopServers() {
    window.labJourney().stopServers();
  }

  @Override
  public void reset() {
    window.panes().settings().leave(window.labJourney()::reset);
  }

  @Override
  public void exportEvidence() {
    window.evidenceJourney().export();
  }

  @Override
  public void showClass() {
    var _ = window.evidenceJourney().showClass();
  }

  @Override
  public void showKeys() {
    HelpDialogs.keys(window.stage());
  }

  @Override
  public void about() {
    HelpDialogs.about(window.stage(), window.desk().legal());
  }

  @Override
  public void checkMachine() {
    Settings.LabChoice choice = window.settings().current().lab();
    HelpDialogs.machine(window.stage(), () -> window.desk().machineCheck(choice));
  }
}
