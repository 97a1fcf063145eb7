package replicationlab.ui.shell;

import java.nio.file.Path;
import javafx.stage.Stage;
import replicationlab.course.ProgramFiles;
import replicationlab.run.TestLab;
import replicationlab.run.WorkbenchOpener;

/** The program's own window, as a test opens it: the files and servers that come with it. */
final class WindowOfATest {

  private WindowOfATest() {}

  /** On the shipped course, by somebody who has agreed to its lessons. */
  static ReplicationLabWindow open(Path workspace, Path settings) {
    return open(workspace, settings, "", "", TestLab.opener());
  }

  /**
   * On any course.
   *
   * @param deck the file; empty for the shipped one
   * @param slide where it opens, as the command line takes it; empty for where it was left
   */
  static ReplicationLabWindow open(
      Path workspace, Path settings, String deck, String slide, WorkbenchOpener opener) {
    return open(workspace, FirstReading.begin(ProgramFiles.find(), settings, deck), slide, opener);
  }

  /** On what has been read for it. */
  static ReplicationLabWindow open(
      Path workspace, FirstReading first, String slide, WorkbenchOpener opener) {
    ReplicationLabWindow made =
        new ReplicationLabWindow(
            new Stage(), ProgramFiles.find(), TestLab.installations(), opener, workspace, first);
    made.show(slide);
    return made;
  }
}
