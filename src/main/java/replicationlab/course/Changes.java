package replicationlab.course;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import replicationlab.deck.Slide;

/** What has changed in PostgreSQL since a course was written, from its {@code changes.yaml}. */
public record Changes(List<Change> all) {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  public Changes {
    all = List.copyOf(all);
  }

  /**
   * Reads a course's file; a course without one has no changes.
   *
   * @throws IOException if the file is no list of {word, since, now, why}; the message names the
   *     line
   */
  public static Changes read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new Changes(List.of());
    }
    return new Changes(
        YAML.readValue(Files.readString(file), new TypeReference<List<Change>>() {}));
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
    Map<String, Change> byWord = new LinkedHashMap<>();
    for (Change change : all) {
      if (change.since() <= major && mentions(text, change.word())) {
        byWord.merge(
            change.word(), change, (old, other) -> other.since() > old.since() ? other : old);
      }
    }
    return List.copyOf(byWord.values());
  }

  /** "recovery.conf" is not mentioned where "recovery.conf.sample" stands. */
  private static boolean mentions(String text, String word) {
    return Pattern.compile("(?<![\\w.])" + Pattern.quote(word) + "(?!\\w|\\.\\w)")
        .matcher(text)
        .find();
  }
}
