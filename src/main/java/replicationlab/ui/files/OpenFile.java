package replicationlab.ui.files;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import replicationlab.postgres.config.ConfigProblem;
import replicationlab.postgres.config.SampleComparison;
import replicationlab.postgres.config.SettingsFileStore;
import replicationlab.progress.Drafts;

/** A file that has been opened, with what was typed into it and not saved yet. */
final class OpenFile {

  private final FileChoice choice;
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final StringProperty saved = new SimpleStringProperty(this, "saved", "");
  private final BooleanProperty exists = new SimpleBooleanProperty(this, "exists");
  private final BooleanProperty changedOnDisk = new SimpleBooleanProperty(this, "changedOnDisk");
  private final BooleanProperty recovered = new SimpleBooleanProperty(this, "recovered");
  private final ObjectProperty<List<ConfigProblem>> problems =
      new SimpleObjectProperty<>(this, "problems", List.of());
  private final ObjectProperty<SampleComparison> comparison =
      new SimpleObjectProperty<>(this, "comparison", SampleComparison.NONE);
  private final BooleanBinding dirty = Bindings.notEqual(text, saved);
  private Charset charset = StandardCharsets.UTF_8;

  OpenFile(FileChoice choice) {
    this.choice = choice;
    dirty.addListener((property, was, is) -> {
      if (!is) {
        recovered.set(false);
      }
    });
  }

  FileChoice choice() {
    return choice;
  }

  /** As it stands in the editor. */
  StringProperty textProperty() {
    return text;
  }

  /** Whether something would be lost if it were closed. */
  BooleanBinding dirtyProperty() {
    return dirty;
  }

  boolean isDirty() {
    return dirty.get();
  }

  BooleanProperty existsProperty() {
    return exists;
  }

  /** Whether somebody else has written the file while it was being edited. */
  BooleanProperty changedOnDiskProperty() {
    return changedOnDisk;
  }

  /** Whether the text is one that was typed before and never saved. */
  BooleanProperty recoveredProperty() {
    return recovered;
  }

  ObjectProperty<List<ConfigProblem>> problemsProperty() {
    return problems;
  }

  ObjectProperty<SampleComparison> comparisonProperty() {
    return comparison;
  }

  Charset charset() {
    return charset;
  }

  String saved() {
    return saved.get();
  }

  /** What the file has now is what is shown. */
  void take(SettingsFileStore.Loaded loaded) {
    charset = loaded.charset();
    exists.set(loaded.exists());
    saved.set(loaded.text());
    text.set(loaded.text());
    changedOnDisk.set(false);
  }

  /** The text as it is to be saved: with an end to its last line, to which others add lines. */
  String toSave() {
    return withLastLineEnded(text.get());
  }

  private static String withLastLineEnded(String any) {
    return any.isEmpty() || any.endsWith("\n") ? any : any + "\n";
  }

  /** The file has been written with this text; more may have been typed meanwhile. */
  void written(String writtenText) {
    exists.set(true);
    if (toSave().equals(writtenText)) {
      text.set(writtenText);
    }
    saved.set(writtenText);
    changedOnDisk.set(false);
  }

  /** Keeps what is typed, and means it to replace what somebody else has written. */
  void keepMine(SettingsFileStore.Loaded theirs) {
    saved.set(theirs.text());
    changedOnDisk.set(false);
  }

  /** Puts what was typed before, and never saved, over what the file has. */
  void recover(Drafts.Draft draft) {
    if (!draft.text().equals(saved())) {
      text.set(draft.text());
      recovered.set(true);
      changedOnDisk.set(!draft.base().equals(saved()));
    }
  }
}
