package replicationlab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import replicationlab.evidence.Evidence;
import replicationlab.evidence.EvidenceFile;
import replicationlab.evidence.Opened;

/** {@code evidence verify}: whether files are as they were exported. */
@Command(
    name = "verify",
    description =
        "Says of each file whether it is as it was exported, and where the first edit is if not;"
            + " exits with 0 if all are, 1 if one was edited, 2 if one cannot be read.",
    mixinStandardHelpOptions = true)
final class EvidenceVerifyCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "evidence files, or their folder")
  private List<Path> files = List.of();

  @Option(names = "--json", description = "answer as JSON")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    List<Opened> opened = open(files);
    if (json) {
      out.println(Json.of(opened.stream().map(EvidenceVerifyCommand::answer).toList()));
    } else {
      opened.forEach(each -> out.println(line(each)));
    }
    out.flush();
    return exitCode(opened);
  }

  private static String line(Opened opened) {
    return switch (opened) {
      case Evidence evidence -> opened.file() + " (" + evidence.who() + "): " + evidence.sentence();
      case Opened.Unreadable unreadable -> opened.file() + ": " + unreadable.sentence();
    };
  }

  private static Map<String, Object> answer(Opened opened) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("file", opened.file().toString());
    answer.put("who", opened instanceof Evidence evidence ? evidence.who() : "");
    answer.put("seal", seal(opened));
    answer.put("sentence", opened.sentence());
    return answer;
  }

  /** In one word, or two. */
  static String seal(Opened opened) {
    return switch (opened) {
      case Evidence evidence -> evidence.seal().asExported() ? "as exported" : "edited";
      case Opened.Unreadable _ -> "unreadable";
    };
  }

  /**
   * Opens files and those in folders.
   *
   * @throws IllegalArgumentException if there are none
   */
  static List<Opened> open(List<Path> places) throws IOException {
    List<Path> found = EvidenceFile.find(places);
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no file that ends with " + EvidenceFile.ENDING + " in " + places.getFirst());
    }
    return found.stream().map(EvidenceFile::open).toList();
  }

  static int exitCode(List<Opened> opened) {
    int worst = ExitCode.PASSED;
    for (Opened each : opened) {
      int code =
          switch (each) {
            case Evidence evidence ->
                evidence.seal().asExported() ? ExitCode.PASSED : ExitCode.FAILED;
            case Opened.Unreadable _ -> ExitCode.PROBLEMS;
          };
      worst = Math.max(worst, code);
    }
    return worst;
  }
}
