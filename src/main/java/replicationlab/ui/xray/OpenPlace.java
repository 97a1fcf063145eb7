package replicationlab.ui.xray;

import java.nio.file.Path;

/** Leads to where something can be mended. */
@FunctionalInterface
public interface OpenPlace {

  /**
   * Shows a file.
   *
   * @param line from 1; 0 for no line
   */
  void open(Path file, int line);

  /** Whether there is anything to edit in it: signal files and postmaster.pid are no texts. */
  static boolean isEditable(Path file) {
    return file.toString().endsWith(".conf");
  }
}
