package replicationlab.lab;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The words after a fence: a language, then {@code name=value} attributes and flags. */
record Fence(String language, Map<String, String> attributes) {

  static Fence parse(String info) {
    String[] words = info.strip().split("\\s+", -1);
    Map<String, String> attributes = new LinkedHashMap<>();
    Arrays.stream(words)
        .skip(1)
        .forEach(word -> {
          int equals = word.indexOf('=');
          attributes.put(
              equals < 0 ? word : word.substring(0, equals),
              equals < 0 ? "" : word.substring(equals + 1));
        });
    return new Fence(words[0], attributes);
  }

  boolean has(String name) {
    return attributes.containsKey(name);
  }

  String get(String name) {
    return attributes.getOrDefault(name, "");
  }
}
