package replicationlab.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import replicationlab.evidence.StepRecord.How;
import replicationlab.evidence.StepRecord.State;

/** Steps as lines of an evidence file, and back. */
final class StepLines {

  private StepLines() {}

  static ObjectNode of(StepRecord step) {
    ObjectNode line = Chain.object().put("kind", "step");
    line.put("number", step.number());
    line.put("step", step.id());
    line.put("title", step.title());
    line.put("state", word(step.state()));
    line.put("how", word(step.how()));
    line.put("ownWay", step.ownWay());
    line.put("attempts", step.attempts());
    line.put("failures", step.failures());
    line.put("seconds", step.seconds());
    line.put("hints", step.hints());
    return line;
  }

  /** A line as a step; words that an editor has put there, and that mean nothing, are the least. */
  static StepRecord read(ObjectNode line) {
    return new StepRecord(
        line.path("number").asInt(),
        line.path("step").asText(),
        line.path("title").asText(),
        of(State.class, line.path("state").asText(), State.UNDETERMINED),
        of(How.class, line.path("how").asText(), How.NOT_YET),
        line.path("ownWay").asBoolean(),
        Math.max(0, line.path("attempts").asInt()),
        Math.max(0, line.path("failures").asInt()),
        Math.max(0, line.path("seconds").asLong()),
        Math.max(0, line.path("hints").asInt()));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E of(Class<E> type, String word, E otherwise) {
    try {
      return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return otherwise;
    }
  }
}
