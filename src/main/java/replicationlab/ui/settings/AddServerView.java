package replicationlab.ui.settings;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.download.ServerRelease;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.LateTooltip;

/** The fields of "Add another version…": which one, from where, and how far it is. */
final class AddServerView extends VBox {

  private final AddServerViewModel model;
  private final ComboBox<ServerRelease> release = new ComboBox<>();
  private final TextField repository = new TextField();

  AddServerView(AddServerViewModel model) {
    this.model = model;
    release.setItems(model.releases());
    release.setConverter(new Labels());
    release.setPromptText("Version");
    model.releases().subscribe(this::chooseFirst);
    repository.setText(model.repository());
    repository.setPromptText("Address of a Maven repository");
    repository.setAccessibleText("Address of the Maven repository");
    repository.disableProperty().bind(model.runningProperty());
    release.disableProperty().bind(model.runningProperty());
    getStyleClass().add("add-server");
    getChildren().setAll(choice(), from(), progress(), problem());
  }

  private void chooseFirst() {
    if (release.getValue() == null || !model.releases().contains(release.getValue())) {
      release.setValue(model.releases().stream().findFirst().orElse(null));
    }
  }

  private HBox choice() {
    Button download =
        Buttons.labelled(
            Icons.DOWNLOAD,
            "Download",
            "Fetch this version, verify it, and keep it for this program",
            this::download);
    download.getStyleClass().addAll("accent", "download");
    BooleanBinding nothing =
        release
            .valueProperty()
            .isNull()
            .or(
                Bindings.createBooleanBinding(
                    () -> repository.getText().isBlank(), repository.textProperty()));
    download.disableProperty().bind(nothing);
    download.visibleProperty().bind(model.runningProperty().not());
    download.managedProperty().bind(download.visibleProperty());
    Button cancel =
        Buttons.labelled(
            Icons.CANCEL, "Cancel", "Stop the download; nothing of it is kept", model::cancel);
    cancel.visibleProperty().bind(model.runningProperty());
    cancel.managedProperty().bind(cancel.visibleProperty());
    download.setMinWidth(USE_PREF_SIZE);
    cancel.setMinWidth(USE_PREF_SIZE);
    release.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(release, Priority.ALWAYS);
    HBox row = new HBox(release, download, cancel);
    row.getStyleClass().add("ports");
    return row;
  }

  private HBox from() {
    Label words = new Label("from");
    words.setLabelFor(repository);
    words.setMinWidth(USE_PREF_SIZE);
    LateTooltip.set(
        repository, "A Maven repository: a company's own, for one, where the network has no other");
    HBox.setHgrow(repository, Priority.ALWAYS);
    HBox row = new HBox(words, repository);
    row.getStyleClass().add("ports");
    return row;
  }

  private VBox progress() {
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(model.progressProperty());
    bar.visibleProperty().bind(model.runningProperty());
    bar.managedProperty().bind(bar.visibleProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    Label words = new Label();
    words.textProperty().bind(model.wordsProperty());
    words.managedProperty().bind(model.wordsProperty().isNotEmpty());
    words.setWrapText(true);
    words.getStyleClass().add("transfer");
    VBox box = new VBox(bar, words);
    box.getStyleClass().add("transfer-box");
    return box;
  }

  private Label problem() {
    Label words = new Label();
    words.textProperty().bind(model.problemProperty());
    words.managedProperty().bind(model.problemProperty().isNotEmpty());
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.getStyleClass().add("download-problem");
    return words;
  }

  private void download() {
    ServerRelease chosen = release.getValue();
    if (chosen != null) {
      model.add(chosen, repository.getText().strip());
    }
  }

  private static final class Labels extends StringConverter<ServerRelease> {
    @Override
    public String toString(@Nullable ServerRelease release) {
      return release == null
          ? ""
          : String.format(Locale.ROOT, "%s (%.0f MB)", release.name(), release.bytes() / 1e6);
    }

    @Override
    public @Nullable ServerRelease fromString(String text) {
      return null;
    }
  }
}
