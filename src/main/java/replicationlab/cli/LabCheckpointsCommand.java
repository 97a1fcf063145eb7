package replicationlab.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import replicationlab.checkpoint.Checkpoint;
import replicationlab.checkpoint.CheckpointStore;
import replicationlab.checkpoint.MovedFolder;
import replicationlab.checkpoint.MovedFolders;
import replicationlab.progress.Workspace;
import replicationlab.progress.WorkspaceLock;

/** {@code lab checkpoints}: the states that one can go back to, and what else is kept. */
@Command(
    name = "checkpoints",
    description =
        "Lists the states of a workspace that 'lab back' can go back to, and the folders that were"
            + " moved out of the way, which 'lab tidy' deletes.",
    mixinStandardHelpOptions = true)
final class LabCheckpointsCommand implements Callable<Integer> {

  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  private final Services services;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final ChosenWorkspace workspace = new ChosenWorkspace();

  @Option(names = "--json", description = "answer as JSON")
  private boolean json;

  LabCheckpointsCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Workspace opened = workspace.existing(services);
    List<Checkpoint> all;
    List<String> unreadable;
    Set<String> damaged;
    List<MovedFolder> moved;
    // While a window works there, what looks half made may be in the making.
    try (WorkspaceLock _ = WorkspaceLock.take(opened)) {
      CheckpointStore store = new CheckpointStore(opened);
      all = store.all();
      unreadable = store.unreadable();
      damaged = store.damaged();
      moved = new MovedFolders(opened).all();
    }
    long bytes = all.stream().mapToLong(Checkpoint::bytes).sum();
    if (json) {
      out.println(Json.of(answer(rows(all, damaged, unreadable), bytes, moved)));
      out.flush();
      return ExitCode.PASSED;
    }
    if (all.isEmpty() && unreadable.isEmpty()) {
      out.println("There are no checkpoints; the window takes one after each passed step.");
    } else {
      print(out, all, damaged);
      unreadable.forEach(id -> out.println(unreadableLine(id)));
      out.printf("%d checkpoints, %,d kB%n", all.size() + unreadable.size(), bytes / 1024);
    }
    if (!moved.isEmpty()) {
      out.println("\nMoved out of the way; 'lab tidy' deletes what is not needed any more:");
      MovedRows.print(out, moved);
    }
    out.flush();
    return ExitCode.PASSED;
  }

  private void print(PrintWriter out, List<Checkpoint> all, Set<String> damaged) {
    int width = all.stream().mapToInt(each -> step(each).length()).max().orElse(0);
    all.forEach(each ->
        out.println(line(each, step(each) + " ".repeat(width - step(each).length()), damaged)));
  }

  /** With its name, which 'lab back' takes. */
  private String step(Checkpoint checkpoint) {
    String name = checkpoint.step();
    String place =
        Labs.of(services, checkpoint.progress()).map(lab -> lab.placeOf(name)).orElse(name);
    return place.equals(name) ? name : place + " (" + name + ")";
  }

  private static String line(Checkpoint checkpoint, String step, Set<String> damaged) {
    String what = checkpoint.kind() == Checkpoint.Kind.STEP ? "after" : "left, after";
    return String.format(
        "%3s  %s  %-12s%s  %s",
        checkpoint.id(),
        TIME.format(Instant.ofEpochMilli(checkpoint.takenMillis())),
        what,
        step,
        damaged.contains(checkpoint.id())
            ? "damaged, cannot be gone back to"
            : checkpoint.running().isEmpty()
                ? "no server ran"
                : String.join(" and ", checkpoint.running().stream().sorted().toList()) + " ran");
  }

  private static String unreadableLine(String id) {
    return String.format("%3s  damaged, cannot be gone back to: what it was cannot be read", id);
  }

  private static List<Map<String, Object>> rows(
      List<Checkpoint> all, Set<String> damaged, List<String> unreadable) {
    return Stream.concat(
            all.stream().map(each -> row(each, damaged)),
            unreadable.stream().map(LabCheckpointsCommand::unreadableRow))
        .toList();
  }

  private static Map<String, Object> answer(
      List<Map<String, Object>> rows, long bytes, List<MovedFolder> moved) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("bytes", bytes);
    answer.put("checkpoints", rows);
    answer.put("moved", MovedRows.of(moved));
    return answer;
  }

  /** Nothing else is known of it. */
  private static Map<String, Object> unreadableRow(String id) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", id);
    row.put("step", "");
    row.put("damaged", true);
    return row;
  }

  private static Map<String, Object> row(Checkpoint checkpoint, Set<String> damaged) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", checkpoint.id());
    row.put("step", checkpoint.step());
    row.put("kind", checkpoint.kind() == Checkpoint.Kind.STEP ? "step" : "left");
    row.put("taken", Instant.ofEpochMilli(checkpoint.takenMillis()).toString());
    row.put("running", checkpoint.running().stream().sorted().toList());
    row.put("bytes", checkpoint.bytes());
    row.put("damaged", damaged.contains(checkpoint.id()));
    return row;
  }
}
