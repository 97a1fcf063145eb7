package replicationlab.postgres.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import replicationlab.postgres.install.Installation;

/** The defaults that postgresql.conf.sample shows, each commented out. */
final class SampleSettings {

  private static final Pattern ENTRY =
      Pattern.compile("^#?([a-z_]+) = ('(?:[^']|'')*'|[^\\s#]+)\\s*(?:#\\s*(.*))?$");

  private SampleSettings() {}

  /**
   * A default with the remark behind it, which for many names the unit or the choices.
   *
   * @param value as it stands there, without quotes
   */
  record Entry(String value, String comment) {
    static final Entry UNKNOWN = new Entry("", "");
  }

  static Map<String, Entry> of(Installation installation) {
    List<String> lines;
    try {
      lines =
          new String(
                  Files.readAllBytes(
                      installation.share().resolve(ConfigKind.POSTGRESQL.sampleName())),
                  StandardCharsets.UTF_8)
              .lines()
              .toList();
    } catch (IOException noSample) {
      return Map.of();
    }
    return of(lines);
  }

  static Map<String, Entry> of(List<String> lines) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    String last = "";
    for (String line : lines) {
      Matcher entry = ENTRY.matcher(line);
      if (entry.matches()) {
        last = entry.group(1).toLowerCase(Locale.ROOT);
        String value = entry.group(2);
        String comment = entry.group(3) == null ? "" : entry.group(3).strip();
        entries.put(last, new Entry(unquoted(value), comment));
      } else if (!last.isEmpty() && line.matches("\\s+#\\s*\\S.*")) {
        // A remark that goes on in the next line.
        Entry before = entries.getOrDefault(last, Entry.UNKNOWN);
        String more = line.strip().replaceFirst("^#\\s*", "");
        entries.put(last, new Entry(before.value(), (before.comment() + " " + more).strip()));
      } else {
        last = "";
      }
    }
    return entries;
  }

  private static String unquoted(String value) {
    return value.startsWith("'") && value.length() > 1
        ? value.substring(1, value.length() - 1)
        : value;
  }
}
