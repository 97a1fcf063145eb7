package replicationlab.course;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import replicationlab.deck.Block;
import replicationlab.deck.Problem;
import replicationlab.deck.Slide;

/**
 * What has changed in PostgreSQL since a course was written, from its {@code changes.yaml}.
 *
 * @param problems what is wrong with that file; if anything is, there are no changes
 */
public record Changes(List<Change> all, List<Problem> problems) {

  /** The file's name, beside the deck. */
  public static final String FILE = "changes.yaml";

  static final String UNTIL_MENDED =
      "; until it is mended, the slides show nothing of what has changed";

  private static final ObjectMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  public Changes {
    all = List.copyOf(all);
    problems = List.copyOf(problems);
  }

  public Changes(List<Change> all) {
    this(all, List.of());
  }

  /**
   * Reads a course's file. A course without one has no changes; neither has one whose file is no
   * list of {word, since, now, why}, and then the first mistake is a problem.
   */
  public static Changes read(Path file) {
    if (!Files.exists(file)) {
      return new Changes(List.of());
    }
    try {
      JsonNode entries = YAML.readTree(Files.readString(file));
      if (entries.isMissingNode() || entries.isNull()) {
        return new Changes(List.of());
      }
      // Read again from the text and not from the tree, which has forgotten the lines.
      List<@Nullable Change> all =
          YAML.readValue(Files.readString(file), new TypeReference<List<@Nullable Change>>() {});
      return all.contains(null) ? broken(1, "an entry is empty") : new Changes(nonNull(all));
    } catch (JsonProcessingException e) {
      if (e.getCause() instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
        // Jackson names the line where the entry begins, YAML's reader the one where it goes wrong.
        return broken(yaml.getProblemMark().getLine() + 1, yaml.getProblem());
      }
      JsonLocation place = e.getLocation();
      return broken(place == null ? 1 : Math.max(1, place.getLineNr()), e.getOriginalMessage());
    } catch (IOException e) {
      return broken(1, "it cannot be read (" + e + ")");
    }
  }

  private static List<Change> nonNull(List<@Nullable Change> all) {
    return all.stream().flatMap(Stream::ofNullable).toList();
  }

  private static Changes broken(int line, String why) {
    // A YAML reader's message goes on with an excerpt, over several lines.
    String first = why.lines().findFirst().orElse("it is no YAML").strip();
    String message = "%s:%d: %s%s".formatted(FILE, line, first, UNTIL_MENDED);
    return new Changes(List.of(), List.of(new Problem(line, message)));
  }

  /**
   * Those that a slide's words meet on a major: of several for one word, the newest that already
   * holds.
   */
  public List<Change> on(Slide slide, int major) {
    String text =
        slide.title()
            + "\n"
            + String.join("\n", slide.blocks().stream().map(block -> block.text()).toList());
    return in(text, major);
  }

  /** Those that a text's words meet on a major. */
  public List<Change> in(String text, int major) {
    return newest(major).stream()
        .filter(change -> pattern(change.word()).matcher(text).find())
        .toList();
  }

  /** A text as the course has it, with what has changed up to a major. */
  public Retold asWritten(String text, int major) {
    return Retold.asWritten(text, newest(major));
  }

  /** Code of the course as it is written on a major. */
  public Retold asOf(String code, int major) {
    return Retold.asOf(code, newest(major));
  }

  /** A block of the course's code as it is written on a major. */
  public Block.Code asOf(Block.Code code, int major) {
    return new Block.Code(code.line(), code.kind(), code.info(), asOf(code.source(), major).text());
  }

  private List<Change> newest(int major) {
    Map<String, Change> byWord = new LinkedHashMap<>();
    all.stream()
        .filter(change -> change.since() <= major)
        .forEach(change ->
            byWord.merge(
                change.word(), change, (old, other) -> other.since() > old.since() ? other : old));
    return List.copyOf(byWord.values());
  }

  /** "recovery.conf" is not mentioned where "recovery.conf.sample" stands. */
  static Pattern pattern(String word) {
    return Pattern.compile("(?<![\\w.])" + Pattern.quote(word) + "(?!\\w|\\.\\w)");
  }
}
