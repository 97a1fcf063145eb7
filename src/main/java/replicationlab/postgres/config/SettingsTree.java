package replicationlab.postgres.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All lines that set something in a cluster, in the order in which the server reads them:
 * postgresql.conf with what it includes, then postgresql.auto.conf. The last line wins.
 *
 * @param files all that was read, the included ones too
 */
public record SettingsTree(List<SettingLine> lines, List<Path> files) {

  /** As deep as PostgreSQL follows includes ({@code CONF_FILE_MAX_DEPTH}). */
  private static final int DEEPEST = 10;

  private static final Set<String> INCLUDES = Set.of("include", "include_dir", "include_if_exists");

  public SettingsTree {
    lines = List.copyOf(lines);
    files = List.copyOf(files);
  }

  /** Reads a data directory's files; what is not there or cannot be read counts as empty. */
  public static SettingsTree of(Path data) {
    return new Reader(SettingLine.Reading.AS_THE_SERVER).cluster(data);
  }

  /** The same, as if {@code text} stood in one of the files. */
  public static SettingsTree withText(Path data, Path file, String text) {
    return new Reader(SettingLine.Reading.AS_THE_SERVER, Map.of(file, text)).cluster(data);
  }

  /** A text by itself; nothing is read from the disk. */
  static SettingsTree ofText(Path file, String text) {
    List<SettingLine> lines =
        SettingLine.in(file, text).stream().filter(line -> !isInclude(line.name())).toList();
    return new SettingsTree(lines, List.of(file));
  }

  static boolean isInclude(String name) {
    return INCLUDES.contains(name);
  }

  /** The same for one file, such as recovery.conf, with what it includes. */
  public static SettingsTree ofFile(Path file) {
    return new Reader(SettingLine.Reading.AS_THE_SERVER).file(file).tree();
  }

  /**
   * The same, and the lines too that the server would refuse, such as a value without its quotes:
   * for those who look for what is wrong with them.
   */
  public static SettingsTree asMeant(Path data) {
    return new Reader(SettingLine.Reading.AS_MEANT).cluster(data);
  }

  /** One file, with the lines that the server would refuse. */
  public static SettingsTree fileAsMeant(Path file) {
    return new Reader(SettingLine.Reading.AS_MEANT).file(file).tree();
  }

  /**
   * @param typed the texts of files that are not on the disk yet
   */
  private record Reader(
      SettingLine.Reading reading,
      Map<Path, String> typed,
      List<SettingLine> lines,
      List<Path> files) {

    Reader(SettingLine.Reading reading) {
      this(reading, Map.of());
    }

    Reader(SettingLine.Reading reading, Map<Path, String> typed) {
      this(reading, typed, new ArrayList<>(), new ArrayList<>());
    }

    SettingsTree cluster(Path data) {
      return file(data.resolve(ConfigKind.POSTGRESQL.fileName()))
          .file(data.resolve(ConfigKind.AUTO.fileName()))
          .tree();
    }

    Reader file(Path file) {
      read(file, 0);
      return this;
    }

    SettingsTree tree() {
      return new SettingsTree(lines, files);
    }

    private void read(Path file, int depth) {
      if (depth > DEEPEST || !(typed.containsKey(file) || Files.isRegularFile(file))) {
        return;
      }
      files.add(file);
      for (SettingLine line : SettingLine.in(file, text(file), reading)) {
        switch (line.name()) {
          case "include", "include_if_exists" ->
              sibling(file, line.value()).forEach(other -> read(other, depth + 1));
          case "include_dir" ->
              sibling(file, line.value()).stream()
                  .flatMap(folder -> ConfFiles.in(folder).stream())
                  .forEach(other -> read(other, depth + 1));
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

    private String text(Path file) {
      String text = typed.get(file);
      if (text != null) {
        return text;
      }
      try {
        return SettingsFileStore.read(file).text();
      } catch (IOException unreadable) {
        return "";
      }
    }
  }

  /** All lines for a name, in order. */
  public Stream<SettingLine> all(String name) {
    return lines.stream().filter(line -> line.name().equals(name));
  }

  /** The line that counts for a name. */
  public Optional<SettingLine> last(String name) {
    return all(name).reduce((earlier, later) -> later);
  }

  /** The line that counts for each parameter. */
  public Map<String, SettingLine> effective() {
    Map<String, SettingLine> last = new LinkedHashMap<>();
    lines.forEach(line -> last.put(line.name(), line));
    return last;
  }

  /** The value that counts; {@code otherwise} if no file sets the parameter. */
  public String value(String name, String otherwise) {
    return last(name).map(SettingLine::value).orElse(otherwise);
  }
}
