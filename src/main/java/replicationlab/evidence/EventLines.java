package replicationlab.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import replicationlab.check.CheckResult;
import replicationlab.check.ProofReport;
import replicationlab.process.KeptLines;
import replicationlab.process.OutputLine;
import replicationlab.progress.Help;
import replicationlab.run.LabEvent;
import replicationlab.run.StepState;
import replicationlab.run.StepState.Status;

/** Makes the journal's lines of a lab's events. One thread at a time. */
final class EventLines {

  /** How many lines of an output are kept of its beginning, and as many of its end. */
  private static final int KEPT = 40;

  /** Longer texts are cut in their middle. */
  private static final int LONGEST = 2_000;

  private static final JsonMapper JSON = new JsonMapper();

  private final Discretion discretion;
  private final Map<String, StepState> known = new HashMap<>();
  private KeptLines output = new KeptLines(KEPT);
  private boolean acted;
  private Instant begun = Instant.EPOCH;

  EventLines(Discretion discretion) {
    this.discretion = discretion;
  }

  /** Takes where the steps stand before anything is told. */
  void begin(List<StepState> states) {
    states.forEach(state -> known.put(state.step().id(), state));
  }

  /** The line for an event; empty for one that is told by a later line. */
  Optional<ObjectNode> of(LabEvent event, Instant at, boolean roomForOutput) {
    return switch (event) {
      case LabEvent.StepChanged changed -> state(changed.state());
      case LabEvent.ActionStarted started -> {
        output = new KeptLines(KEPT);
        acted = true;
        begun = at;
        yield Optional.of(line("command", event).put("shown", text(started.shown())));
      }
      case LabEvent.Output line -> {
        output.add(line.line());
        yield Optional.empty();
      }
      case LabEvent.ActionEnded ended -> Optional.of(ended(ended, at, roomForOutput));
      case LabEvent.Note note -> Optional.of(line("note", event).put("text", text(note.text())));
      case LabEvent.Predicted predicted -> Optional.of(prediction(predicted));
      // Hints and whatever else a lab may tell one day: its plain values are kept under its name.
      default -> Optional.of(other(event));
    };
  }

  /** The line for a proof. */
  ObjectNode of(ProofReport report) {
    ObjectNode line = line("proof", "");
    line.put("verdict", report.verdict().word());
    line.set("rows", results(report.checks()));
    return line;
  }

  private Optional<ObjectNode> state(StepState state) {
    String step = state.step().id();
    @Nullable StepState last = known.put(step, state);
    Status before = last == null ? standing(state.status()) : last.status();
    if (before == state.status()) {
      // Nothing was tried: at most the lab has shown more of its help.
      Help shown = last == null ? Help.NONE : last.help();
      return shown == state.help()
          ? Optional.empty()
          : Optional.of(line("hint", step).put("help", word(state.help())));
    }
    return switch (state.status()) {
      case RUNNING -> {
        acted = false;
        yield Optional.of(line("begin", step));
      }
      case PASSED, FAILED, UNDETERMINED -> Optional.of(result(state));
      case READY, WAITING ->
          before == Status.PASSED ? Optional.of(line("undone", step)) : Optional.empty();
    };
  }

  /** What a step of which nothing was told yet was before: what it is, unless it was tried. */
  private static Status standing(Status now) {
    return now == Status.READY ? Status.READY : Status.WAITING;
  }

  private ObjectNode result(StepState state) {
    ObjectNode line = line("result", state.step().id());
    line.put("status", word(state.status()));
    line.put("acted", acted);
    line.put("help", word(state.help()));
    line.put("skipped", state.skipped());
    line.put("millis", state.millis());
    if (!state.message().isEmpty()) {
      line.put("message", text(state.message()));
    }
    line.set("evidence", results(state.evidence()));
    return line;
  }

  private ObjectNode prediction(LabEvent.Predicted predicted) {
    ObjectNode line = line("prediction", predicted).put("asked", text(predicted.asked()));
    ArrayNode chosen = line.putArray("chosen");
    predicted.chosen().forEach(words -> chosen.add(text(words)));
    return line.put("right", predicted.right());
  }

  private ObjectNode ended(LabEvent.ActionEnded ended, Instant at, boolean roomForOutput) {
    ObjectNode line = line("done", ended);
    line.put("outcome", text(ended.outcome()));
    line.put("asExpected", ended.asExpected());
    line.put("millis", Math.max(0, Duration.between(begun, at).toMillis()));
    ArrayNode lines = line.putArray("output");
    List<OutputLine> kept = roomForOutput ? output.all() : List.of();
    for (OutputLine each : kept) {
      if (each.stream() == OutputLine.Stream.ERR) {
        lines.addObject().put("err", text(each.text()));
      } else {
        lines.add(text(each.text()));
      }
    }
    return line;
  }

  private ArrayNode results(List<CheckResult> results) {
    ArrayNode rows = JSON.createArrayNode();
    for (CheckResult result : results) {
      ObjectNode row = rows.addObject();
      row.put("name", result.name());
      row.put("verdict", result.verdict().word());
      row.put("question", text(result.question()));
      row.put("sql", text(result.sql()));
      row.put("answer", text(result.answer()));
      row.put("cause", text(result.cause()));
      row.put("remedy", text(result.remedy()));
    }
    return rows;
  }

  private ObjectNode other(LabEvent event) {
    ObjectNode line = line(event.getClass().getSimpleName().toLowerCase(Locale.ROOT), event);
    ObjectNode all = JSON.valueToTree(event);
    for (Map.Entry<String, JsonNode> field : all.properties()) {
      if (field.getValue().isTextual() && !field.getKey().equals("stepId")) {
        line.put(field.getKey(), text(field.getValue().asText()));
      } else if (field.getValue().isIntegralNumber() || field.getValue().isBoolean()) {
        line.set(field.getKey(), field.getValue());
      }
    }
    return line;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static ObjectNode line(String kind, LabEvent event) {
    return line(kind, event.stepId());
  }

  private static ObjectNode line(String kind, String step) {
    ObjectNode line = Chain.object().put("kind", kind);
    return step.isEmpty() ? line : line.put("step", step);
  }

  private String text(String text) {
    String shown = discretion.of(text);
    if (shown.length() <= LONGEST) {
      return shown;
    }
    int half = LONGEST / 2;
    return shown.substring(0, half)
        + " … "
        + (shown.length() - LONGEST)
        + " characters left out … "
        + shown.substring(shown.length() - half);
  }
}
