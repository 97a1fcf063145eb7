package replicationlab.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.nio.file.Path;
import replicationlab.course.ProgramFiles;
import replicationlab.export.LayoutCheck;
import replicationlab.run.TestLab;

/** The command line in a program of its own, which can be ended. */
final class RunProgram {

  private RunProgram() {}

  /** Arguments: those of the command line. */
  public static void main(String[] arguments) {
    Services services =
        new Services(
            ProgramFiles.find(), TestLab.installations(), TestLab.opener(), Path.of("default"));
    int exit =
        new CommandLineInterface(services, NoExports.EXPORTER, opened -> LayoutCheck.Fullness.NONE)
            .run(
                new PrintWriter(System.out, true, UTF_8),
                new PrintWriter(System.err, true, UTF_8),
                arguments);
    System.exit(exit);
  }
}
