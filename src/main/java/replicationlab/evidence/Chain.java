package replicationlab.evidence;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Lines of JSON of which each carries the digest of all before it: SHA-256 over the digest of the
 * line before and the line's own content. The content is taken with sorted names and without
 * spaces, so that a mail program that changes line ends, or an editor that indents, edits nothing.
 */
final class Chain {

  /** The name under which a line carries its digest. */
  static final String HASH = "hash";

  /** What the first line of a journal follows. */
  static final String START = "0".repeat(64);

  /** A name twice in one object could show one thing to a reader and another to this program. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final JsonMapper SORTED =
      JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

  private Chain() {}

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** A line as an object; empty if it is none. */
  static Optional<ObjectNode> parse(String line) {
    try {
      return JSON.readTree(line) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Gives a line the digest that follows {@code before}; answers with that digest. */
  static String seal(String before, ObjectNode line) {
    String hash = hash(before, line);
    line.put(HASH, hash);
    return hash;
  }

  /** The digest that a line should carry after {@code before}. */
  static String hash(String before, ObjectNode line) {
    ObjectNode content = line.deepCopy();
    content.remove(HASH);
    return digest(before + "\n" + write(SORTED, content));
  }

  static String digest(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  /** The digest that a line says it has; empty if it says none. */
  static String claimed(ObjectNode line) {
    return line.path(HASH).asText("");
  }

  /** One line, with its names in the order in which they were put in, for those who read it. */
  static String text(JsonNode line) {
    return write(JSON, line);
  }

  private static String write(JsonMapper mapper, JsonNode node) {
    try {
      return mapper.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A JSON tree can always be written.", e);
    }
  }
}
