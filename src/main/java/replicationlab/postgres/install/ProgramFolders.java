package replicationlab.postgres.install;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The folders where packages and people put PostgreSQL's programs. */
final class ProgramFolders {

  /** Parent, pattern of the folders in it, and what follows. */
  private record Place(String parent, String pattern, String rest) {}

  private static final List<Place> PLACES =
      List.of(
          new Place("usr/lib/postgresql", "*", "bin"),
          new Place("usr", "pgsql-*", "bin"),
          new Place("usr/local", "pgsql*", "bin"),
          new Place("opt/homebrew/opt", "{postgresql*,libpq}", "bin"),
          new Place("usr/local/opt", "{postgresql*,libpq}", "bin"),
          new Place("Applications/Postgres.app/Contents/Versions", "*", "bin"),
          new Place("Library/PostgreSQL", "*", "bin"));

  private final Path root;
  private final Map<String, String> environment;

  /**
   * @param root of the file system; another one in tests
   */
  ProgramFolders(Path root, Map<String, String> environment) {
    this.root = root;
    this.environment = environment;
  }

  /** Folders with at least one program, links resolved, each once. */
  Set<Path> all() {
    List<Path> places = new ArrayList<>(ofPath());
    PLACES.forEach(place -> places.addAll(matching(root.resolve(place.parent()), place)));
    String programFiles = variable("ProgramFiles");
    if (!programFiles.isBlank()) {
      Path parent = Path.of(programFiles, "PostgreSQL");
      places.addAll(matching(parent, new Place("", "*", "bin")));
    }

    Set<Path> folders = new LinkedHashSet<>();
    for (Path place : places) {
      for (Path program : ProgramFiles.in(place).values()) {
        folders.add(program.resolveSibling(""));
      }
    }
    return folders;
  }

  private List<Path> ofPath() {
    List<Path> folders = new ArrayList<>();
    for (String word : variable("PATH").split(Pattern.quote(File.pathSeparator), -1)) {
      if (!word.isBlank()) {
        folder(word).ifPresent(folders::add);
      }
    }
    return folders;
  }

  /** Windows' PATH can hold anything, quoted words too. */
  private static Optional<Path> folder(String word) {
    try {
      return Optional.of(Path.of(word));
    } catch (InvalidPathException notAFolder) {
      return Optional.empty();
    }
  }

  /** Windows writes Path where others write PATH. */
  private String variable(String name) {
    return environment.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  private static List<Path> matching(Path parent, Place place) {
    List<Path> folders = new ArrayList<>();
    if (Files.isDirectory(parent)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent, place.pattern())) {
        entries.forEach(entry -> folders.add(entry.resolve(place.rest())));
      } catch (IOException unreadable) {
        return List.of();
      }
    }
    return folders;
  }
}
