package replicationlab.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.install.Installation;
import replicationlab.settings.Settings;
import replicationlab.ui.check.CheckViewModel;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.Messages;
import replicationlab.ui.kit.Theme;
import replicationlab.ui.lab.LabViewModel;
import replicationlab.ui.settings.LabChoiceView;

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
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Open a lab");
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Labs", "*.md"));
    File file = chooser.showOpenDialog(window.stage());
    if (file != null) {
      window.labJourney().openFile(file.toPath());
    }
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
    var _ =
        window
            .desk()
            .installations()
            .whenCompleteAsync(
                (found, failure) -> {
                  if (found == null) {
                    window.messages().warn(DeckJourney.rootOf(failure));
                  } else {
                    askForLab(found);
                  }
                },
                FxThread::run);
  }

  private void askForLab(List<Installation> found) {
    Settings.LabChoice now = window.settings().current().lab();
    LabChoiceView fields =
        new LabChoiceView(
            found,
            now,
            window.desk().workspace(now),
            window.desk()::installationIn,
            window.desk().moreServers(window.settings()));
    ButtonType use = new ButtonType("Use these", ButtonBar.ButtonData.OK_DONE);
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.initOwner(window.stage());
    Messages.centre(dialog, window.stage());
    dialog.setTitle("PostgreSQL, workspace and ports");
    dialog.setHeaderText("What does the lab run with?");
    dialog.getDialogPane().getStylesheets().setAll(window.scene().getStylesheets());
    dialog.getDialogPane().setContent(fields);
    dialog.getDialogPane().getButtonTypes().setAll(use, ButtonType.CANCEL);
    dialog
        .getDialogPane()
        .lookupButton(use)
        .disableProperty()
        .bind(fields.problemProperty().isNotEmpty());
    dialog.setResizable(true);
    dialog.setOnHidden(event -> fields.close());
    dialog
        .showAndWait()
        .filter(use::equals)
        .ifPresent(chosen ->
            window.panes().settings().leave(() -> window.labJourney().use(fields.choice())));
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
    window.toggleTerminal();
  }

  @Override
  public void showPane(String name) {
    window.panes().settings().show(name);
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
  public void look(Settings.Look look) {
    window.settings().update(now -> now.with(look));
    Theme.valueOf(look.name()).install();
  }

  @Override
  public Settings.Look look() {
    return window.settings().current().look();
  }

  @Override
  public void scaleText(double factor) {
    window.settings().update(now -> now.withFontScale(factor == 0 ? 1 : now.fontScale() * factor));
    Theme.scaleText(window.scene(), window.settings().current().fontScale());
  }

  @Override
  public void runStep() {
    withLab(LabViewModel::act);
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
      chooseLab();
    } else {
      task.accept(lab);
    }
  }

  @Override
  public void check() {
    window.shell().show(ShellView.Part.CHECKER, true);
    @Nullable CheckViewModel checker = window.checker();
    if (checker == null) {
      chooseLab();
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
