package replicationlab.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import replicationlab.postgres.config.SettingsFileStore;

/**
 * The settings files of a data directory as a server would read them: postgresql.conf with its
 * includes, then postgresql.auto.conf, and of two lines for one name the last (PostgreSQL's manual,
 * "Setting Parameters").
 */
record ConfigFiles(Path data, List<Line> lines) {

  private static final Pattern SETTING =
      Pattern.compile("^\\s*([A-Za-z_][A-Za-z0-9_.$]*)\\s*=?\\s*(.*?)\\s*$");
  private static final Pattern QUOTED = Pattern.compile("^'((?:[^']|'')*)'.*$");
  private static final int DEPTH = 10;

  /** A line that sets something; {@code text} is the line as it stands. */
  record Line(Path file, String name, String value, String text) {}

  static ConfigFiles of(Path data) {
    List<Line> lines = new ArrayList<>();
    read(data.resolve("postgresql.conf"), lines, 0);
    read(data.resolve("postgresql.auto.conf"), lines, 0);
    return new ConfigFiles(data, List.copyOf(lines));
  }

  /** A single file, such as recovery.conf. */
  static ConfigFiles single(Path file) {
    List<Line> lines = new ArrayList<>();
    read(file, lines, 0);
    return new ConfigFiles(file.resolveSibling(""), List.copyOf(lines));
  }

  /** The line that counts for a name. */
  Optional<Line> last(String name) {
    return all(name).reduce((earlier, later) -> later);
  }

  Stream<Line> all(String name) {
    return lines.stream().filter(line -> line.name().equals(name));
  }

  /**
   * The file in which a setting is to be changed, relative to the workspace: where it is set now,
   * else postgresql.conf.
   */
  String fileFor(String name) {
    return last(name)
        .map(Line::file)
        .filter(file -> file.startsWith(data))
        .map(this::shown)
        .orElse(data.getFileName() + "/postgresql.conf");
  }

  /** A file below the data directory, relative to the workspace; any other as it is. */
  String shown(Path file) {
    if (!file.startsWith(data)) {
      return file.toString();
    }
    return data.getFileName() + "/" + data.relativize(file).toString().replace('\\', '/');
  }

  private static void read(Path file, List<Line> lines, int depth) {
    List<String> texts;
    try {
      texts = SettingsFileStore.read(file).text().lines().toList();
    } catch (IOException e) {
      return; // a file that is not there sets nothing
    }
    for (String text : texts) {
      Matcher setting = SETTING.matcher(text);
      if (!setting.matches()) {
        continue;
      }
      String name = setting.group(1).toLowerCase(Locale.ROOT);
      String value = value(setting.group(2));
      Path named = file.resolveSibling(value);
      if (name.startsWith("include") && depth < DEPTH) {
        included(name, named).forEach(next -> read(next, lines, depth + 1));
      } else {
        lines.add(new Line(file, name, value, text));
      }
    }
  }

  private static List<Path> included(String directive, Path named) {
    if (!directive.equals("include_dir")) {
      return List.of(named);
    }
    try (Stream<Path> files = Files.list(named)) {
      return files
          .filter(file -> file.toString().endsWith(".conf"))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static String value(String written) {
    Matcher quoted = QUOTED.matcher(written);
    if (quoted.matches()) {
      return quoted.group(1).replace("''", "'");
    }
    int comment = written.indexOf('#');
    return (comment < 0 ? written : written.substring(0, comment)).strip();
  }
}
