package replicationlab.run;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import replicationlab.policy.CommandWords;
import replicationlab.process.Cancellation;
import replicationlab.process.OutputLine;
import replicationlab.progress.Workspace;

/**
 * The few file commands of the labs, for machines that do not have them, such as Windows: {@code cp
 * [-p] [-R]}, {@code rm [-R] [-f]}, {@code touch}, {@code mkdir [-p]}, {@code cat}, {@code tail [-n
 * N]}. They do what the real ones do, and refuse every other option. Whoever calls has made sure
 * that the paths stay in the workspace.
 */
final class FileCommands {

  private static final int LINES_OF_TAIL = 10;

  private final Workspace workspace;
  private final Consumer<OutputLine> live;
  private final Cancellation cancellation;

  FileCommands(Workspace workspace, Consumer<OutputLine> live, Cancellation cancellation) {
    this.workspace = workspace;
    this.live = live;
    this.cancellation = cancellation;
  }

  /** Whether a folder of a PATH has the real program. */
  static boolean isInstalled(String program, String searchPath) {
    return Stream.of(searchPath.split(Pattern.quote(File.pathSeparator), -1))
        .filter(folder -> !folder.isBlank())
        .map(File::new)
        .flatMap(folder -> Stream.of(new File(folder, program), new File(folder, program + ".exe")))
        .anyMatch(file -> file.isFile() && file.canExecute());
  }

  /**
   * Carries one out; answers with its exit code, as the real one would.
   *
   * @throws java.util.concurrent.CancellationException if cancelled while copying
   */
  int run(CommandWords words) {
    try {
      return switch (words.program()) {
        case "cp" -> copy(Arguments.of(words, "pRr"));
        case "rm" -> remove(Arguments.of(words, "Rrf"));
        case "touch" -> touch(Arguments.of(words, ""));
        case "mkdir" -> makeFolders(Arguments.of(words, "p"));
        case "cat" -> cat(Arguments.of(words, ""));
        case "tail" -> tail(words);
        default -> throw new IllegalArgumentException("it is not built in");
      };
    } catch (IOException | IllegalArgumentException e) {
      say(OutputLine.Stream.ERR, words.program() + ": " + reason(e));
      return 1;
    }
  }

  private int copy(Arguments arguments) throws IOException {
    if (arguments.paths().size() < 2) {
      throw new IllegalArgumentException("say what to copy, and where to");
    }
    Path target = resolve(arguments.paths().getLast());
    List<String> sources = arguments.paths().subList(0, arguments.paths().size() - 1);
    if (sources.size() > 1 && !Files.isDirectory(target)) {
      throw new IllegalArgumentException(arguments.paths().getLast() + " is not a directory");
    }
    boolean whole = arguments.has('R') || arguments.has('r');
    for (String name : sources) {
      Path source = resolve(name);
      if (Files.isDirectory(source) && !whole) {
        throw new IllegalArgumentException(name + " is a directory; -R copies it");
      }
      Path into = Files.isDirectory(target) ? target.resolve(source.getFileName()) : target;
      new TreeCopy(arguments.has('p'), cancellation).copy(source, into);
    }
    return 0;
  }

  private int remove(Arguments arguments) throws IOException {
    for (String name : arguments.paths()) {
      Path path = resolve(name);
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        if (!arguments.has('R') && !arguments.has('r')) {
          throw new IllegalArgumentException(name + " is a directory; -R removes it");
        }
        workspace.delete(path);
      } else if (arguments.has('f')) {
        Files.deleteIfExists(path);
      } else {
        Files.delete(path);
      }
    }
    return 0;
  }

  private int touch(Arguments arguments) throws IOException {
    for (String name : arguments.paths()) {
      Path file = resolve(name);
      if (Files.exists(file)) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      } else {
        Files.createFile(file);
      }
    }
    return 0;
  }

  private int makeFolders(Arguments arguments) throws IOException {
    for (String name : arguments.paths()) {
      if (arguments.has('p')) {
        Files.createDirectories(resolve(name));
      } else {
        Files.createDirectory(resolve(name));
      }
    }
    return 0;
  }

  private int cat(Arguments arguments) throws IOException {
    for (String name : arguments.paths()) {
      eachLine(resolve(name), line -> say(OutputLine.Stream.OUT, line));
    }
    return 0;
  }

  private int tail(CommandWords words) throws IOException {
    String number = words.valueOf("-n");
    int wanted = number.isEmpty() ? LINES_OF_TAIL : Integer.parseInt(number);
    List<String> names = words.arguments();
    for (String name :
        names.subList(number.isEmpty() ? 0 : names.indexOf("-n") + 2, names.size())) {
      Deque<String> last = new ArrayDeque<>();
      eachLine(
          resolve(name),
          line -> {
            last.add(line);
            if (last.size() > wanted) {
              last.remove();
            }
          });
      last.forEach(line -> say(OutputLine.Stream.OUT, line));
    }
    return 0;
  }

  /** Bytes that are no UTF-8 become the replacement character, and never an error. */
  private static void eachLine(Path file, Consumer<String> reader) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        reader.accept(line);
      }
    }
  }

  private Path resolve(String name) {
    return workspace.folder().resolve(name).normalize();
  }

  private void say(OutputLine.Stream stream, String text) {
    live.accept(new OutputLine(stream, text));
  }

  private static String reason(Exception e) {
    String words = e.getMessage() == null ? e.toString() : e.getMessage();
    return e instanceof NoSuchFileException ? words + ": there is no such file" : words;
  }

  /** Options of one letter, alone or together, and the paths after them. */
  private record Arguments(String options, List<String> paths) {

    static Arguments of(CommandWords words, String known) {
      StringBuilder options = new StringBuilder();
      for (String word : words.arguments()) {
        if (word.startsWith("-")) {
          options.append(word, 1, word.length());
        }
      }
      List<String> paths = words.arguments().stream().filter(w -> !w.startsWith("-")).toList();
      options
          .chars()
          .filter(option -> known.indexOf(option) < 0)
          .findFirst()
          .ifPresent(option -> {
            throw new IllegalArgumentException("the built-in one has no option -" + (char) option);
          });
      if (paths.isEmpty()) {
        throw new IllegalArgumentException("say on which file");
      }
      return new Arguments(options.toString(), paths);
    }

    boolean has(char option) {
      return options.indexOf(option) >= 0;
    }
  }
}
