package replicationlab.course;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import replicationlab.deck.Block;
import replicationlab.deck.Problem;
import replicationlab.deck.Slide;

/**
 * What PostgreSQL has renamed or replaced since the course was written: {@code changes.yaml}, a
 * list of {@code word, since, now, why}.
 *
 * @param problems what is wrong with the file; the other entries are used all the same
 */
public record Changes(List<Change> all, List<Problem> problems) {

  /** For a deck without such a file. */
  public static final Changes NONE = new Changes(List.of(), List.of());

  public Changes {
    all = List.copyOf(all);
    problems = List.copyOf(problems);
  }

  /** Reads a file; one that does not exist is empty, one that cannot be read is a problem. */
  public static Changes read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (NoSuchFileException e) {
      return NONE;
    } catch (IOException e) {
      return new Changes(
          List.of(), List.of(new Problem(1, "cannot be read (" + e.getMessage() + ")")));
    }
  }

  /** Never throws. */
  public static Changes parse(String yaml) {
    try {
      JsonNode root = new YAMLMapper().readTree(yaml);
      return root == null || root.isMissingNode() || root.isNull() ? NONE : entries(root);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      return new Changes(List.of(), List.of(new Problem(line, e.getOriginalMessage())));
    }
  }

  /**
   * The changes that matter for what stands on this slide, on this major version: for each word the
   * newest.
   */
  public List<Change> changesFor(Slide slide, int major) {
    String text =
        Stream.concat(Stream.of(slide.title()), slide.blocks().stream().map(Block::text))
            .collect(Collectors.joining("\n"));
    Map<String, Change> newest = new LinkedHashMap<>();
    for (Change change : all) {
      if (change.since() <= major && names(text, change.word())) {
        newest.merge(
            change.word(), change, (one, other) -> other.since() >= one.since() ? other : one);
      }
    }
    return List.copyOf(newest.values());
  }

  /** As a whole word: "port" is not in "transport", "archive" not in "archive_mode". */
  private static boolean names(String text, String word) {
    return text.contains(word)
        && Pattern.compile("(?<![\\w])" + Pattern.quote(word) + "(?![\\w])").matcher(text).find();
  }

  private static Changes entries(JsonNode root) {
    List<Change> all = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    if (!root.isArray()) {
      problems.add(new Problem(1, "this is no list of changes; begin each with '- word:'"));
    }
    int number = 0;
    for (JsonNode entry : root) {
      number++;
      int since = (int) entry.path("since").asDouble(0);
      String word = entry.path("word").asText("");
      if (word.isBlank() || since == 0 || entry.path("now").asText("").isBlank()) {
        problems.add(new Problem(1, "entry " + number + " lacks its word, since or now"));
      } else {
        all.add(
            new Change(
                word, since, entry.path("now").asText(), entry.path("why").asText("").strip()));
      }
    }
    return new Changes(all, problems);
  }
}
