package replicationlab.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Programs that run on this machine, whoever has started them, by what proc(5) tells of them. Where
 * there is no such thing, none is found. This program and those that started it do not count.
 */
public final class RunningPrograms {

  private RunningPrograms() {}

  /** Those whose program is a file in this folder, or below it; only as far as we may see them. */
  public static List<ProcessHandle> from(Path folder) {
    Path real;
    try {
      real = folder.toRealPath();
    } catch (IOException notThere) {
      return List.of();
    }
    return ProcessHandle.allProcesses()
        .filter(process ->
            process.info().command().filter(each -> Path.of(each).startsWith(real)).isPresent())
        .toList();
  }

  /** Where a process works; empty if nobody tells us. */
  public static Optional<Path> directoryOf(long pid) {
    try {
      return Optional.of(proc(pid, "cwd").toRealPath());
    } catch (IOException goneOrNotOurs) {
      return Optional.empty();
    }
  }

  /** Those whose working directory is this one. */
  public static List<ProcessHandle> workingIn(Path directory) {
    return where(pid -> isDirectoryOf(pid, directory));
  }

  /** Whether it is a process's working directory, whatever the directory is called by now. */
  public static boolean isDirectoryOf(long pid, Path directory) {
    try {
      return proc(pid, "cwd").toRealPath().equals(directory.toRealPath());
    } catch (IOException goneOrNotOurs) {
      return false;
    }
  }

  /** Those that were started with a variable in their environment. */
  public static List<ProcessHandle> startedWith(String variable, String value) {
    Pattern wanted = Pattern.compile("(^|\0)" + Pattern.quote(variable + "=" + value) + "(\0|$)");
    return where(pid -> wanted.matcher(environment(pid)).find());
  }

  /** Whether there is a process of this id that has not ended yet. */
  public static boolean runs(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent() && !hasEnded(pid);
  }

  /** Whether it has ended, and only waits for its parent to ask how. */
  private static boolean hasEnded(long pid) {
    return state(pid) == 'Z';
  }

  /** The letter of proc(5): T is stopped, Z has ended; X when there is no such process. */
  static char state(long pid) {
    try {
      String line = Files.readString(proc(pid, "stat"), StandardCharsets.ISO_8859_1);
      return line.charAt(line.lastIndexOf(')') + 2);
    } catch (IOException | IndexOutOfBoundsException gone) {
      return 'X';
    }
  }

  /** What it calls itself, as {@code ps} shows it; empty where the system does not tell. */
  public static String title(long pid) {
    try {
      return Files.readString(proc(pid, "cmdline"), StandardCharsets.ISO_8859_1)
          .replace('\0', ' ')
          .strip();
    } catch (IOException | UncheckedIOException gone) {
      return "";
    }
  }

  /** The variables with which it was started; empty where the system does not tell us. */
  public static Map<String, String> environmentOf(long pid) {
    return Stream.of(environment(pid).split("\0", -1))
        .map(variable -> variable.split("=", 2))
        .filter(words -> words.length == 2)
        .collect(Collectors.toMap(words -> words[0], words -> words[1], (one, _) -> one));
  }

  private static String environment(long pid) {
    try {
      return Files.readString(proc(pid, "environ"), StandardCharsets.ISO_8859_1);
    } catch (IOException | UncheckedIOException goneOrNotOurs) {
      return "";
    }
  }

  private static Path proc(long pid, String file) {
    return Path.of("/proc", Long.toString(pid), file);
  }

  private static List<ProcessHandle> where(Predicate<Long> condition) {
    Set<Long> us =
        Stream.iterate(ProcessHandle.current(), process -> process.parent().orElse(null))
            .takeWhile(process -> process != null)
            .map(ProcessHandle::pid)
            .collect(Collectors.toSet());
    return ProcessHandle.allProcesses()
        .filter(process -> !us.contains(process.pid()) && condition.test(process.pid()))
        .toList();
  }
}
