package replicationlab.ui.shell;

import java.io.File;
import java.nio.file.Path;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Where a dialog for files starts: in the folder that was chosen last, at first the person's home.
 * Left alone it would start in the folder in which the program runs.
 */
final class LastFolder {

  private final File home;
  private File last;

  LastFolder() {
    this(Path.of(System.getProperty("user.home", "")));
  }

  LastFolder(Path home) {
    this.home = home.toFile();
    this.last = this.home;
  }

  /** The folder to start in; null for the system's own choice. */
  @Nullable File get() {
    // It may have been deleted since, and a dialog does not open in a folder that is not there.
    File there = last.isDirectory() ? last : home;
    return there.isDirectory() ? there : null;
  }

  /** Asks for a file, from there on; null for none. */
  @Nullable File open(Window owner, String title, ExtensionFilter... kinds) {
    File file = chooser(title, kinds).showOpenDialog(owner);
    chosen(file);
    return file;
  }

  /** A dialog for files that starts there. */
  FileChooser chooser(String title, ExtensionFilter... kinds) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().setAll(kinds);
    chooser.setInitialDirectory(get());
    return chooser;
  }

  /** Something was chosen there; null for nothing. */
  void chosen(@Nullable File fileOrFolder) {
    File folder = fileOrFolder == null ? null : fileOrFolder.getAbsoluteFile().getParentFile();
    if (folder != null) {
      last = folder;
    }
  }
}
