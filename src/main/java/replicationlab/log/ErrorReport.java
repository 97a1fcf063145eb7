package replicationlab.log;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a person can hand on after an unexpected error: the versions, the last events, the stack.
 * The home folder, the user's name and the machine's are taken out of all of it.
 */
public record ErrorReport(Instant when, String text) {

  /**
   * Puts a report together.
   *
   * @param facts versions and the like, in the order in which they are to stand
   * @param events the last lines of the log
   */
  public static ErrorReport of(
      Throwable error, String thread, Map<String, String> facts, List<String> events) {
    Instant now = Instant.now();
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    out.println("Replication Lab met an error that it did not expect.");
    out.println();
    out.println("when: " + now);
    facts.forEach((name, value) -> out.println(name + ": " + value));
    out.println("thread: " + thread);
    out.println();
    error.printStackTrace(out);
    out.println();
    out.println("the last events:");
    events.forEach(out::println);
    out.flush();
    return new ErrorReport(
        now,
        withoutPerson(
            text.toString(),
            System.getProperty("user.home"),
            System.getProperty("user.name"),
            machine()));
  }

  /** As far as the system tells it without asking a network; empty where it does not. */
  private static String machine() {
    String windows = System.getenv().getOrDefault("COMPUTERNAME", "");
    String told = windows.isEmpty() ? System.getenv().getOrDefault("HOSTNAME", "") : windows;
    Path linux = Path.of("/proc/sys/kernel/hostname");
    try {
      return told.isEmpty() && Files.exists(linux) ? Files.readString(linux).strip() : told;
    } catch (IOException e) {
      return "";
    }
  }

  /** A text without somebody's home folder, their name, and their machine's. */
  static String withoutPerson(String text, String home, String user, String machine) {
    String without = home.length() > 1 ? text.replace(home, "~") : text;
    without = replace(without, "(?<![\\w.])", user, "(?![\\w.])", "user");
    return replace(without, "(?<![\\w.-])", machine, "(?![\\w-])", "machine");
  }

  private static String replace(
      String text, String before, String word, String after, String instead) {
    return word.length() < 2
        ? text
        : text.replaceAll(before + Pattern.quote(word) + after, instead);
  }

  /**
   * Writes it beside the log.
   *
   * @return the new file
   */
  public Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    String time = when.toString().replaceAll("[^0-9TZ]", "");
    return Files.writeString(folder.resolve("error-report-" + time + ".txt"), text);
  }
}
