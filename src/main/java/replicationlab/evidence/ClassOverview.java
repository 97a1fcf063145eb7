package replicationlab.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Many students' evidence at once: who is where, and which step is hard.
 *
 * @param lab the name of the lab that most of the files are about; empty if there are none
 * @param title the same for people
 * @param columns that lab's steps, as a file has them that is as it was exported, if there is one
 * @param rows one for each file, by name
 * @param hardest the steps that somebody has reached, the hardest first; what was edited does not
 *     count, unless all were
 */
public record ClassOverview(
    String lab,
    String title,
    List<StepRecord> columns,
    List<ClassRow> rows,
    List<HardStep> hardest) {

  public ClassOverview {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    hardest = List.copyOf(hardest);
  }

  /** The overview of what was opened. */
  public static ClassOverview of(List<Opened> files) {
    List<Evidence> all =
        files.stream().filter(Evidence.class::isInstance).map(Evidence.class::cast).toList();
    Map<String, Long> labs =
        all.stream().collect(Collectors.groupingBy(Evidence::lab, Collectors.counting()));
    String lab =
        labs.entrySet().stream()
            .max(
                Map.Entry.<String, Long>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .orElse("");
    List<Evidence> ofLab = all.stream().filter(each -> each.lab().equals(lab)).toList();
    Map<String, Evidence> origins = new HashMap<>();
    List<ClassRow> rows = new ArrayList<>();
    for (Opened file : files) {
      rows.add(new ClassRow(file, file.sentence(), remark(file, lab, origins)));
    }
    rows.sort(Comparator.comparing((ClassRow row) -> row.who(), String.CASE_INSENSITIVE_ORDER));
    List<Evidence> trusted = trusted(ofLab);
    Optional<Evidence> longest =
        trusted.stream().max(Comparator.comparingInt(each -> each.steps().size()));
    return new ClassOverview(
        lab,
        longest.map(Evidence::title).orElse(""),
        longest.map(Evidence::steps).orElse(List.of()),
        rows,
        hardest(trusted));
  }

  /** A file that was cut or edited may lack steps, or say that one took a year. */
  private static List<Evidence> trusted(List<Evidence> files) {
    List<Evidence> whole = files.stream().filter(each -> each.seal().asExported()).toList();
    return whole.isEmpty() ? files : whole;
  }

  /** Whether a file is about another lab than most. */
  public boolean isOfAnotherLab(ClassRow row) {
    return row.evidence().filter(evidence -> !evidence.lab().equals(lab)).isPresent();
  }

  private static String remark(Opened file, String lab, Map<String, Evidence> origins) {
    if (!(file instanceof Evidence evidence)) {
      return "";
    }
    if (!evidence.lab().equals(lab)) {
      return "Another lab: " + evidence.title() + ".";
    }
    Evidence earlier = evidence.origin().isEmpty() ? null : origins.get(evidence.origin());
    origins.putIfAbsent(evidence.origin(), evidence);
    return earlier == null
        ? ""
        : "Its journal began as the one in " + earlier.file().getFileName() + " did.";
  }

  /** The student's record of a column's step; an untouched one where the student has none. */
  public static StepRecord cell(ClassRow row, StepRecord column) {
    return row.steps().stream()
        .filter(step -> step.id().equals(column.id()))
        .findFirst()
        .orElse(
            new StepRecord(
                column.number(),
                column.id(),
                column.title(),
                StepRecord.State.NOT_REACHED,
                StepRecord.How.NOT_YET,
                false,
                0,
                0,
                0,
                0));
  }

  private static List<HardStep> hardest(List<Evidence> files) {
    List<StepRecord> all = files.stream().flatMap(file -> file.steps().stream()).toList();
    double failures = Math.max(1, all.stream().mapToInt(StepRecord::failures).sum());
    double seconds = Math.max(1, all.stream().mapToLong(StepRecord::seconds).sum());
    Map<String, List<StepRecord>> byStep =
        all.stream().collect(Collectors.groupingBy(StepRecord::id));
    Function<List<StepRecord>, HardStep> together =
        records -> {
          StepRecord first = records.getFirst();
          int failed = records.stream().mapToInt(StepRecord::failures).sum();
          long spent = records.stream().mapToLong(StepRecord::seconds).sum();
          int stuck = (int) records.stream().filter(ClassOverview::isHere).count();
          return new HardStep(
              first.number(),
              first.id(),
              first.title(),
              failed,
              spent,
              stuck,
              failed / failures,
              spent / seconds);
        };
    return byStep.values().stream()
        .map(together)
        .filter(step -> step.failures() > 0 || step.seconds() > 0 || step.stuck() > 0)
        .sorted(
            Comparator.comparingDouble(HardStep::hardness)
                .reversed()
                .thenComparingInt(HardStep::number))
        .toList();
  }

  private static boolean isHere(StepRecord step) {
    return switch (step.state()) {
      case FAILED, UNDETERMINED, OPEN -> true;
      case PASSED, NOT_REACHED -> false;
    };
  }
}
