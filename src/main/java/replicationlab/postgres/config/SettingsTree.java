package replicationlab.postgres.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All lines that set something in a cluster, in the order in which the server reads them:
 * postgresql.conf with what it includes, then postgresql.auto.conf. The last line wins.
 *
 * @param files all that was read, the included ones too
 */
public record SettingsTree(List<SettingLine> lines, List<Path> files) {

  /** As deep as PostgreSQL follows includes ({@code CONF_FILE_MAX_DEPTH}). */
  private static final int DEEPEST = 10;

  public SettingsTree {
    lines = List.copyOf(lines);
    files = List.copyOf(files);
  }

  /** Reads a data directory's files; what is not there or cannot be read counts as empty. */
  public static SettingsTree of(Path data) {
    List<SettingLine> lines = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    read(data.resolve(ConfigKind.POSTGRESQL.fileName()), 0, lines, files);
    read(data.resolve(ConfigKind.AUTO.fileName()), 0, lines, files);
    return new SettingsTree(lines, files);
  }

  /** The same for one file, such as recovery.conf, with what it includes. */
  public static SettingsTree ofFile(Path file) {
    List<SettingLine> lines = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    read(file, 0, lines, files);
    return new SettingsTree(lines, files);
  }

  private static void read(Path file, int depth, List<SettingLine> lines, List<Path> files) {
    if (depth > DEEPEST || !Files.isRegularFile(file)) {
      return;
    }
    files.add(file);
    for (SettingLine line : SettingLine.in(file, text(file))) {
      switch (line.name()) {
        case "include", "include_if_exists" ->
            sibling(file, line.value()).forEach(other -> read(other, depth + 1, lines, files));
        case "include_dir" ->
            sibling(file, line.value()).stream()
                .flatMap(folder -> ConfFiles.in(folder).stream())
                .forEach(other -> read(other, depth + 1, lines, files));
        default -> lines.add(line);
      }
    }
  }

  private static List<Path> sibling(Path file, String name) {
    try {
      return List.of(file.resolveSibling(name));
    } catch (InvalidPathException notAPath) {
      return List.of();
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return "";
    }
  }

  /** The line that counts for each parameter. */
  public Map<String, SettingLine> effective() {
    Map<String, SettingLine> last = new LinkedHashMap<>();
    lines.forEach(line -> last.put(line.name(), line));
    return last;
  }

  /** The value that counts; {@code otherwise} if no file sets the parameter. */
  public String value(String name, String otherwise) {
    SettingLine line = effective().get(name);
    return line == null ? otherwise : line.value();
  }
}
