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
 * The home folder and the user's name are taken out of all of it.
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
            text.toString(), System.getProperty("user.home"), System.getProperty("user.name")));
  }

  /** A text without somebody's home folder and name. */
  static String withoutPerson(String text, String home, String user) {
    String without = home.length() > 1 ? text.replace(home, "~") : text;
    return user.length() < 2
        ? without
        : without.replaceAll("(?<![\\w.])" + Pattern.quote(user) + "(?![\\w.])", "user");
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
