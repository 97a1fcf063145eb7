package replicationlab.ui.shell;

import java.awt.Desktop;
import java.awt.HeadlessException;
import java.io.IOException;
import java.nio.file.Path;
import replicationlab.ui.kit.Messages;

/** Shows a folder in the system's own file manager. */
final class FileManager {

  private FileManager() {}

  static void open(Path folder, Messages messages) {
    Thread.ofVirtual()
        .start(() -> {
          try {
            if (Desktop.isDesktopSupported()
                && Desktop.getDesktop().isSupported(Desktop.Action.OPEN)) {
              Desktop.getDesktop().open(folder.toFile());
              return;
            }
            messages.tell("The folder is " + folder + ".");
          } catch (IOException | HeadlessException e) {
            messages.tell("The folder is " + folder + ".");
          }
        });
  }
}
