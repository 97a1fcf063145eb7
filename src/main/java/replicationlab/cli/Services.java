package replicationlab.cli;

import java.nio.file.Path;
import replicationlab.course.ProgramFiles;
import replicationlab.course.ShippedLabs;
import replicationlab.postgres.install.Installations;
import replicationlab.run.WorkbenchOpener;

/**
 * What the commands work with; the window has the same.
 *
 * @param labs the labs that come with the program, which may be being read already
 * @param defaultWorkspace the folder that a lab uses when none is named
 */
public record Services(
    ShippedLabs labs, Installations installations, WorkbenchOpener opener, Path defaultWorkspace) {

  /** With labs that nobody reads before they are needed. */
  public Services(
      ProgramFiles files,
      Installations installations,
      WorkbenchOpener opener,
      Path defaultWorkspace) {
    this(new ShippedLabs(files), installations, opener, defaultWorkspace);
  }

  /** The program's files. */
  public ProgramFiles files() {
    return labs.files();
  }
}
