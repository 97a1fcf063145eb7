package replicationlab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import replicationlab.lab.Action;
import replicationlab.lab.Step;

/** The files of the workspace that a step's actions write by hand. */
record StepFiles(Path workspace, int major) {

  /** Differs once one of them has been written again. */
  String stamp(Step step) {
    return step.actionsFor(major).stream()
        .flatMap(StepFiles::file)
        .distinct()
        .map(file -> file + " " + lastWritten(workspace.resolve(file)))
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> file(Action action) {
    return switch (action) {
      case Action.Settings settings -> Stream.of(settings.file());
      case Action.HbaLines lines -> Stream.of(lines.file());
      case Action.Replacement line -> Stream.of(line.file());
      case Action.Command _, Action.Statement _, Action.Permissions _ -> Stream.empty();
    };
  }

  private static String lastWritten(Path file) {
    try {
      return Files.getLastModifiedTime(file) + " " + Files.size(file);
    } catch (IOException e) {
      return "not there";
    }
  }
}
