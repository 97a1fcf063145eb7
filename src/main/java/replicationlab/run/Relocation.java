package replicationlab.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import replicationlab.postgres.cluster.PortPair;
import replicationlab.postgres.config.SettingsFileStore;

/**
 * Makes the settings of both clusters right again after the workspace has got another place or
 * other ports: folders and ports stand in them as plain text. The servers must be stopped.
 */
public final class Relocation {

  private static final List<String> FILES =
      List.of("postgresql.conf", "postgresql.auto.conf", "recovery.conf");

  private static final Pattern NAMES_A_PORT =
      Pattern.compile("^\\s*(port|primary_conninfo)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{1,5}(?!\\d)");

  private static final Pattern SOCKETS =
      Pattern.compile("^\\s*unix_socket_director(y|ies)\\b", Pattern.CASE_INSENSITIVE);

  private final Workbench bench;
  private final Pattern oldPlace;
  private final Map<String, String> ports;

  /**
   * @param oldFolder where the workspace was when the files were written
   * @param oldPorts the ports that it had then
   */
  public Relocation(Workbench bench, Path oldFolder, PortPair oldPorts) {
    this.bench = bench;
    // Whole names only: the old place may be the new one's beginning, as "lab" is "lab-2"'s.
    this.oldPlace = Pattern.compile(Pattern.quote(oldFolder.toString()) + "(?![^/'\"\\s,])");
    this.ports =
        Map.of(
            Integer.toString(oldPorts.primary()),
            Integer.toString(bench.ports().primary()),
            Integer.toString(oldPorts.standby()),
            Integer.toString(bench.ports().standby()));
  }

  /** Answers with the files that were changed. */
  public List<Path> carryOut() {
    List<Path> changed = new ArrayList<>();
    try {
      for (Path data : List.of(bench.workspace().primaryData(), bench.workspace().standbyData())) {
        for (Path file : settingsFiles(data)) {
          if (change(file)) {
            changed.add(file);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The settings could not be brought in line with the workspace's place: " + e, e);
    }
    return changed;
  }

  private static List<Path> settingsFiles(Path data) throws IOException {
    List<Path> files = new ArrayList<>();
    FILES.stream().map(data::resolve).filter(Files::isRegularFile).forEach(files::add);
    Path more = data.resolve("conf.d");
    if (Files.isDirectory(more)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(more, "*.conf")) {
        found.forEach(files::add);
      }
    }
    return files;
  }

  private boolean change(Path file) throws IOException {
    SettingsFileStore.Loaded loaded = SettingsFileStore.read(file);
    String before = loaded.text();
    String after = before.lines().map(this::line).collect(Collectors.joining("\n")) + "\n";
    if (before.stripTrailing().equals(after.stripTrailing())) {
      return false;
    }
    TextFile.write(file, after, loaded.charset());
    return true;
  }

  private String line(String line) {
    if (SOCKETS.matcher(line).find() && oldPlace.matcher(line).find()) {
      return bench.wording().of("unix_socket_directories = '{sockets}'");
    }
    String place = Matcher.quoteReplacement(bench.workspace().folder().toString());
    String moved = oldPlace.matcher(line).replaceAll(place);
    if (!NAMES_A_PORT.matcher(moved).find()) {
      return moved;
    }
    // All numbers at once, because a pair may have been shifted by one.
    Matcher numbers = NUMBER.matcher(moved);
    return numbers.replaceAll(found -> ports.getOrDefault(found.group(), found.group()));
  }
}
