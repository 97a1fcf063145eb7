package replicationlab.ui.shell;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import org.jspecify.annotations.Nullable;
import replicationlab.log.ProgramLog;
import replicationlab.postgres.download.Repository;
import replicationlab.postgres.install.Installation;
import replicationlab.settings.Settings;
import replicationlab.settings.SettingsStore;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.LateTooltip;
import replicationlab.ui.kit.Messages;
import replicationlab.ui.kit.Motion;
import replicationlab.ui.kit.Theme;
import replicationlab.ui.lab.LabViewModel;
import replicationlab.ui.preferences.PreferencesModel;
import replicationlab.ui.preferences.PreferencesView;
import replicationlab.ui.settings.LabChoiceView;

/** The settings in one pane beside the window, which follows each change at once. */
final class PreferencesJourney {

  private static final double WIDTH = 760;
  private static final double HEIGHT = 640;

  private final ReplicationLabWindow window;
  private final DeckViewModel deck;
  private final ProgramLog log;
  private final PreferencesModel model;
  private final StackPane labHolder = new StackPane();
  private @Nullable LabChoiceView lab;
  private @Nullable Dialog<ButtonType> open;
  private @Nullable PreferencesView view;

  /** Whether somebody waits for the lab's fields, which come once PostgreSQL was looked for. */
  private boolean toLab;

  PreferencesJourney(ReplicationLabWindow window, DeckViewModel deck, ProgramLog log) {
    this.window = window;
    this.deck = deck;
    this.log = log;
    this.model = new PreferencesModel(window.settings().current(), this::change);
    labHolder.setAlignment(Pos.TOP_LEFT);
  }

  /** Lets the settings that were remembered be seen. */
  static void begin(Settings remembered) {
    Motion.reduce(remembered.motion() == Settings.Motion.REDUCED);
    Theme.valueOf(remembered.look().name()).install();
  }

  /** A lab is done in the way that the last one was, and the next in the way that this one is. */
  static void keepWay(LabViewModel lab, SettingsStore settings) {
    lab.wayProperty().set(settings.current().way());
    lab.wayProperty().subscribe((was, is) -> settings.update(now -> now.with(is)));
  }

  private void log(ProgramLog.Detail detail) {
    try {
      log.detail(detail);
    } catch (IOException e) {
      window.messages().warn("The program's log cannot be written (" + e.getMessage() + ").");
    }
  }

  /** Changes the settings and whatever shows them. */
  void change(UnaryOperator<Settings> change) {
    Settings was = window.settings().current();
    window.settings().update(change);
    Settings is = window.settings().current();
    if (is.look() != was.look() || is.motion() != was.motion()) {
      begin(is);
    }
    if (is.fontScale() != was.fontScale()) {
      Theme.scaleText(is.fontScale());
    }
    if (is.logging() != was.logging()) {
      log(ProgramLog.Detail.valueOf(is.logging().name()));
    }
    if (!Objects.equals(is.presenting().audience(), was.presenting().audience())) {
      window.presenting().presentation().arrange();
    }
    deck.asWrittenProperty().set(is.asWritten());
    @Nullable LabViewModel shown = window.lab();
    if (shown != null) {
      shown.wayProperty().set(is.way());
    }
    model.refresh(is);
  }

  /** Shows the pane, or brings it to the front. */
  void show() {
    model.refresh(window.settings().current());
    if (open != null) {
      open.getDialogPane().getScene().getWindow().requestFocus();
      return;
    }
    showLab(window.settings().current().lab());
    PreferencesView shown =
        new PreferencesView(
            model,
            labHolder,
            () -> showLab(Settings.DEFAULTS.lab()),
            window.presenting().screens(),
            PreferencesJourney::repositoryProblem);
    view = shown;
    Dialog<ButtonType> dialog = new Dialog<>();
    // What is changed is to be tried in the window while the pane is open.
    dialog.initModality(Modality.NONE);
    dialog.initOwner(window.stage());
    Messages.centre(dialog, window.stage());
    dialog.setTitle("Settings");
    dialog.setResizable(true);
    Bindings.bindContent(dialog.getDialogPane().getStylesheets(), window.scene().getStylesheets());
    dialog.getDialogPane().setContent(shown);
    dialog.getDialogPane().setPrefSize(WIDTH, HEIGHT);
    // Some window systems would else show it as small as it can be.
    dialog.setWidth(WIDTH);
    dialog.setHeight(HEIGHT);
    dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
    Buttons.whole(dialog.getDialogPane());
    dialog.setOnHidden(event -> closed());
    open = dialog;
    dialog.show();
  }

  /** Shows the pane at what the lab runs with, ready to be changed. */
  void showLab() {
    toLab = true;
    show();
    reachLab();
  }

  private void reachLab() {
    if (toLab && view != null && lab != null) {
      toLab = false;
      view.revealLab();
      lab.takeFocus();
    }
  }

  private void closed() {
    open = null;
    view = null;
    toLab = false;
    if (lab != null) {
      lab.close();
      lab = null;
    }
  }

  private void showLab(Settings.LabChoice choice) {
    labHolder.getChildren().setAll(new Label("Looking for PostgreSQL…"));
    CompletableFuture<List<Installation>> found = window.desk().installations();
    var _ =
        found.whenCompleteAsync(
            (all, failure) -> {
              if (all == null) {
                labHolder.getChildren().setAll(wrapped(DeckJourney.rootOf(failure)));
              } else {
                labHolder.getChildren().setAll(fields(all, choice));
                reachLab();
              }
            },
            FxThread::run);
  }

  private static Label wrapped(String sentence) {
    Label words = new Label(sentence);
    words.setWrapText(true);
    return words;
  }

  private VBox fields(List<Installation> found, Settings.LabChoice choice) {
    if (lab != null) {
      lab.close();
    }
    LabChoiceView fields =
        new LabChoiceView(
            found,
            choice,
            window.desk().workspace(choice),
            window.desk()::installationIn,
            window.desk().moreServers(window.settings()));
    lab = fields;
    Button use = new Button("Use these");
    LateTooltip.set(use, "Open the lab with this PostgreSQL, folder and ports");
    use.disableProperty().bind(fields.problemProperty().isNotEmpty());
    use.setOnAction(
        event -> window.panes().settings().leave(() -> window.labJourney().use(fields.choice())));
    VBox box = new VBox(fields, use);
    box.getStyleClass().add("use-lab");
    return box;
  }

  private static String repositoryProblem(String address) {
    if (address.isEmpty()) {
      return "";
    }
    try {
      Repository.at(address);
      return "";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
