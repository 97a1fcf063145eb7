package replicationlab.ui.shell;

import java.io.File;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import replicationlab.settings.SettingsStore;
import replicationlab.ui.evidence.ClassOverviewModel;
import replicationlab.ui.evidence.ClassOverviewView;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.LastFolder;
import replicationlab.ui.kit.Theme;

/** A window of its own for what a class has handed in; it keeps its files while it is hidden. */
final class ClassOverviewWindow {

  private final Stage stage = new Stage();
  private final SettingsStore settings;
  private final FileChooser.ExtensionFilter evidenceFiles;
  private final LastFolder folder;
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("evidence reader").daemon().factory());
  private final ClassOverviewModel model = new ClassOverviewModel(reader, FxThread::run);

  /**
   * @param folder where the person keeps evidence
   */
  ClassOverviewWindow(
      SettingsStore settings, FileChooser.ExtensionFilter evidenceFiles, LastFolder folder) {
    this.settings = settings;
    this.folder = folder;
    this.evidenceFiles = evidenceFiles;
    Scene scene = new Scene(new ClassOverviewView(model, this::choose), 1280, 800);
    Theme.prepare(scene);
    scene
        .getAccelerators()
        .put(new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN), this::choose);
    scene
        .getAccelerators()
        .put(new KeyCodeCombination(KeyCode.W, KeyCombination.SHORTCUT_DOWN), stage::hide);
    stage.setScene(scene);
    stage.setTitle("Class overview – Replication Lab");
    stage.setMinWidth(900);
    stage.setMinHeight(600);
  }

  void show() {
    Theme.scaleText(stage.getScene(), settings.current().fontScale());
    stage.show();
    stage.toFront();
  }

  private void choose() {
    List<File> files =
        folder.openSeveral(
            stage,
            "Open evidence files",
            evidenceFiles,
            new FileChooser.ExtensionFilter("All files", "*"));
    if (!files.isEmpty()) {
      model.open(files.stream().map(File::toPath).toList());
    }
  }

  ClassOverviewModel model() {
    return model;
  }

  void close() {
    stage.close();
    reader.shutdownNow();
  }
}
