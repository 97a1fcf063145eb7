package replicationlab.cli;

import java.nio.file.Path;
import replicationlab.course.ProgramFiles;
import replicationlab.postgres.install.Installations;
import replicationlab.run.WorkbenchOpener;

/**
 * What the commands work with; the window has the same.
 *
 * @param defaultWorkspace the folder that a lab uses when none is named
 */
public record Services(
    ProgramFiles files,
    Installations installations,
    WorkbenchOpener opener,
    Path defaultWorkspace) {}
