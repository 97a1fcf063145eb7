package replicationlab.deck;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Front matter as the YAML library reads it. */
final class YamlMatter {

  private static final YAMLFactory YAML =
      YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private YamlMatter() {}

  /**
   * The mapping as text.
   *
   * @throws IOException if it is no mapping, with the place if it is no YAML
   */
  static Map<String, String> of(String yaml) throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    try (YAMLParser parser = YAML.createParser(yaml)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return values;
      }
      if (first != JsonToken.START_OBJECT) {
        throw new IOException("not a mapping");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        values.put(name, value(parser));
      }
      if (parser.nextToken() != null) {
        throw new IOException("more than one document");
      }
    }
    return values;
  }

  /** The scalar as written (1.10 stays 1.10), or all scalars of a nested value. */
  private static String value(YAMLParser parser) throws IOException {
    int depth = 0;
    List<String> words = new ArrayList<>();
    do {
      JsonToken token = parser.nextToken();
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.FIELD_NAME) {
        words.add(parser.currentName() + ":");
      } else {
        words.add(parser.getText());
      }
    } while (depth > 0);
    return String.join(", ", words).replace(":, ", ": ");
  }
}
