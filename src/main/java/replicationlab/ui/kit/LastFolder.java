package replicationlab.ui.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Where a dialog for files starts: in the folder that was chosen last, at first the person's home.
 * Left alone it would start in the folder in which the program runs.
 */
public final class LastFolder {

  private final File home;
  private File last;

  /** For one kind of files: each kind has places of its own. */
  public LastFolder() {
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
  public @Nullable File open(Window owner, String title, ExtensionFilter... kinds) {
    File file = chooser(title, kinds).showOpenDialog(owner);
    chosen(file);
    return file;
  }

  /** Asks for any number of files of one folder, from there on; an empty list for none. */
  public List<File> openSeveral(Window owner, String title, ExtensionFilter... kinds) {
    List<File> files = chooser(title, kinds).showOpenMultipleDialog(owner);
    if (files == null || files.isEmpty()) {
      return List.of();
    }
    chosen(files.getFirst());
    return files;
  }

  /**
   * Asks where to put a file, from there on; null for nowhere.
   *
   * @param name what it is called unless the person says otherwise
   */
  public @Nullable File save(Window owner, String title, String name, ExtensionFilter... kinds) {
    FileChooser chooser = chooser(title, kinds);
    chooser.setInitialFileName(name);
    File file = chooser.showSaveDialog(owner);
    chosen(file);
    return file;
  }

  /** Asks for a folder, from there on; null for none. */
  public @Nullable File openFolder(Window owner, String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    chooser.setInitialDirectory(get());
    File folder = chooser.showDialog(owner);
    chosen(folder);
    return folder;
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
  public void chosen(@Nullable File fileOrFolder) {
    File folder = fileOrFolder == null ? null : fileOrFolder.getAbsoluteFile().getParentFile();
    if (folder != null) {
      last = folder;
    }
  }
}
