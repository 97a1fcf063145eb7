package replicationlab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import replicationlab.course.ProgramFiles;
import replicationlab.export.LayoutCheck;
import replicationlab.run.TestLab;

/** The command line as a test calls it, and what it answered last. */
final class CalledProgram {

  private final Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private LayoutCheck layout = opened -> LayoutCheck.Fullness.NONE;

  /**
   * @param folder where the window's own workspace would be
   */
  CalledProgram(Path folder) {
    this.folder = folder;
  }

  /** What is said of slides that are too full; until then none is. */
  void layout(LayoutCheck newLayout) {
    layout = newLayout;
  }

  int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Services services =
        new Services(
            ProgramFiles.find(),
            TestLab.installations(),
            TestLab.opener(),
            folder.resolve("default"));
    return new CommandLineInterface(services, NoExports.EXPORTER, layout)
        .run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }

  JsonNode json() throws IOException {
    return new ObjectMapper().readTree(out.toString());
  }
}
