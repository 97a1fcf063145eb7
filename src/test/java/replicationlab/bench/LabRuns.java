package replicationlab.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import replicationlab.postgres.install.Installation;
import replicationlab.process.OutputLine;
import replicationlab.progress.Workspace;
import replicationlab.run.TestLab;

/**
 * Times {@code lab run lab-exercise-1}, all of whose checks must pass, by turns with a shell script
 * that does the same commands, with the same programs and without checks. One run of each major
 * goes before, untimed. What its commands take alone leaves to all else what is missing to the
 * script.
 *
 * @param jvm for the program
 * @param runs of each
 */
record LabRuns(ChildJvm jvm, int runs) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** One run, in milliseconds, as the command's user, its steps and its journal tell it. */
  private record Run(double whole, double steps, double commands) {}

  /** The bundled servers are unpacked first; that is done once on a machine. */
  void measure(Table table) throws IOException {
    List<String> majors =
        TestLab.installations().found().stream()
            .filter(found -> found.origin() == Installation.Origin.BUNDLED)
            .map(found -> found.version().majorName())
            .toList();
    for (String major : majors) {
      measure(TestLab.installations().choose(major, words -> {}), table);
    }
  }

  private void measure(Installation postgres, Table table) throws IOException {
    String major = postgres.version().majorName();
    boolean comparable = LabScript.canRun(postgres);
    List<Run> lab = new ArrayList<>();
    List<Double> script = new ArrayList<>();
    lab(postgres);
    for (int run = 0; run < runs; run++) {
      lab.add(lab(postgres));
      if (comparable) {
        script.add(new LabScript(postgres).run());
      }
    }
    row(table, major + " lab run, the command", of(lab, Run::whole), script);
    row(table, major + " its steps alone", of(lab, Run::steps), script);
    row(table, major + " its steps' commands alone", of(lab, Run::commands), script);
    if (comparable) {
      row(table, major + " the shell script", script, script);
      ChildJvm.Answer open = jvm.run(OpenLab.class, major, Integer.toString(runs));
      row(
          table,
          major + " Run all in an open program",
          open.of(OpenLab.LAB).values(),
          open.of(OpenLab.SCRIPT).values());
    }
  }

  private static List<Double> of(List<Run> runs, ToDoubleFunction<Run> time) {
    return runs.stream().map(time::applyAsDouble).toList();
  }

  /** The ratio is the median of those of the runs that followed each other. */
  private static void row(Table table, String what, List<Double> times, List<Double> script) {
    Samples samples = new Samples(times);
    List<Double> ratios =
        IntStream.range(0, script.size()).mapToObj(i -> times.get(i) / script.get(i)).toList();
    table.row(
        what,
        samples.median(),
        samples.min(),
        samples.max(),
        ratios.isEmpty()
            ? "no psql here, so no script"
            : Table.ratio(new Samples(ratios).median(), 1));
  }

  private Run lab(Installation postgres) throws IOException {
    Path folder = Folders.make();
    try {
      ChildJvm.Answer answer =
          jvm.program(
              "lab",
              "run",
              "lab-exercise-1",
              "--json",
              "--postgres",
              postgres.bin().toString(),
              "--workspace",
              folder.toString(),
              "--ports",
              TestLab.freePorts().toString());
      Path journal = Workspace.existing(folder).journalFile();
      return new Run(answer.millis(), millisOfSteps(answer.lines()), millisOfCommands(journal));
    } finally {
      Folders.remove(folder);
    }
  }

  private static long millisOfSteps(List<OutputLine> lines) throws IOException {
    String json =
        lines.stream()
            .filter(line -> line.stream() == OutputLine.Stream.OUT)
            .map(OutputLine::text)
            .collect(Collectors.joining("\n"));
    long millis = 0;
    for (JsonNode step : JSON.readTree(json).get("steps")) {
      millis += step.get("millis").asLong();
    }
    return millis;
  }

  private static long millisOfCommands(Path journal) throws IOException {
    long millis = 0;
    for (String line : Files.readAllLines(journal)) {
      JsonNode told = JSON.readTree(line);
      millis += told.path("kind").asText().equals("done") ? told.path("millis").asLong() : 0;
    }
    return millis;
  }
}
