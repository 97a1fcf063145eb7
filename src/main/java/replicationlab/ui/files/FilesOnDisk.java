package replicationlab.ui.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import replicationlab.postgres.config.SettingsFileStore;
import replicationlab.progress.Drafts;

/** What goes between the editor and the disk. Every method is called on JavaFX's thread. */
final class FilesOnDisk {

  private final Executor background;
  private final Executor fx;
  private final Consumer<String> trouble;
  private final DraftKeeper drafts;

  FilesOnDisk(Executor background, Executor fx, Consumer<String> trouble) {
    this.background = background;
    this.fx = fx;
    this.trouble = trouble;
    this.drafts = new DraftKeeper(background, fx, trouble);
  }

  /** Reads a file for the first time, with what was typed into it and never saved. */
  void load(OpenFile file, Drafts of) {
    background.execute(() -> {
      Optional<Drafts.Draft> draft = of.of(file.choice().name());
      try {
        SettingsFileStore.Loaded loaded = SettingsFileStore.read(file.choice().path());
        fx.execute(() -> {
          compare(file, loaded);
          draft.ifPresent(file::recover);
          drafts.follow(file, of);
        });
      } catch (IOException e) {
        fx.execute(() -> unreadable(file, e));
      }
    });
  }

  /** Looks whether a file has been written by somebody else. */
  void look(OpenFile file) {
    background.execute(() -> {
      try {
        SettingsFileStore.Loaded loaded = SettingsFileStore.read(file.choice().path());
        fx.execute(() -> compare(file, loaded));
      } catch (IOException e) {
        fx.execute(() -> unreadable(file, e));
      }
    });
  }

  private void unreadable(OpenFile file, IOException e) {
    trouble.accept(file.choice().name() + " cannot be read: " + e.getMessage());
  }

  private static void compare(OpenFile file, SettingsFileStore.Loaded loaded) {
    file.existsProperty().set(loaded.exists());
    if (loaded.text().equals(file.saved())) {
      return;
    }
    if (file.isDirty() && !loaded.text().equals(file.textProperty().get())) {
      file.changedOnDiskProperty().set(true);
    } else {
      file.take(loaded);
    }
  }

  /** Keeps what was typed, although somebody else wrote the file meanwhile. */
  void keepMine(OpenFile file) {
    background.execute(() -> {
      try {
        SettingsFileStore.Loaded theirs = SettingsFileStore.read(file.choice().path());
        fx.execute(() -> file.keepMine(theirs));
      } catch (IOException e) {
        fx.execute(() -> trouble.accept(String.valueOf(e.getMessage())));
      }
    });
  }

  /** Writes a file, unless somebody else has written it meanwhile. */
  void save(OpenFile file, Runnable saved) {
    if (!file.choice().kind().readOnlyBecause().isEmpty() || file.changedOnDiskProperty().get()) {
      return;
    }
    String text = file.toSave();
    String known = file.saved();
    background.execute(() -> write(file, text, known, saved));
  }

  private void write(OpenFile file, String text, String known, Runnable saved) {
    Path path = file.choice().path();
    try {
      if (!SettingsFileStore.read(path).text().equals(known)) {
        fx.execute(() -> file.changedOnDiskProperty().set(true));
        return;
      }
      SettingsFileStore.write(path, text, file.charset());
      fx.execute(() -> {
        file.written(text);
        saved.run();
      });
    } catch (IOException e) {
      fx.execute(() -> trouble.accept(file.choice().name() + " was not saved: " + e.getMessage()));
    }
  }
}
