package replicationlab.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import replicationlab.postgres.install.Installation;
import replicationlab.process.OutputLine;
import replicationlab.run.TestLab;

/**
 * Times {@code lab run lab-exercise-1}, all of whose checks must pass, by turns with a shell script
 * that does the same commands, with the same programs and without checks. One run of each major
 * goes before, untimed.
 *
 * @param jvm for the program
 * @param runs of each
 */
record LabRuns(ChildJvm jvm, int runs) {

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
    List<Double> whole = new ArrayList<>();
    List<Double> steps = new ArrayList<>();
    List<Double> script = new ArrayList<>();
    lab(postgres, new ArrayList<>(), new ArrayList<>());
    for (int run = 0; run < runs; run++) {
      lab(postgres, whole, steps);
      if (comparable) {
        script.add(new LabScript(postgres).run());
      }
    }
    row(table, major + " lab run, the command", whole, script);
    row(table, major + " its steps alone", steps, script);
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

  private void lab(Installation postgres, List<Double> whole, List<Double> steps)
      throws IOException {
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
      whole.add(answer.millis());
      steps.add((double) millisOfSteps(answer.lines()));
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
    for (JsonNode step : new ObjectMapper().readTree(json).get("steps")) {
      millis += step.get("millis").asLong();
    }
    return millis;
  }
}
