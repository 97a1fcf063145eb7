package replicationlab.run;

import java.util.regex.Pattern;

/**
 * What a line of a server's log means.
 *
 * @param isFault whether something is wrong; many errors in a lab are meant
 * @param sentence in plain words
 * @param step from which step of the lab it comes, as a sentence; empty if that is not known
 * @param remedy empty if there is nothing to do, or nobody knows
 */
public record LogExplanation(boolean isFault, String sentence, String step, String remedy) {

  /** With its own name in front a server speaks that does not know yet how to write a log. */
  private static final Pattern COMPLAINT =
      Pattern.compile("\\b(FATAL|ERROR|PANIC|HINT):|^postgres: ");

  /** Whether a server complains in a line, if only as LOG, or gives advice. */
  public static boolean isComplaint(String line) {
    return COMPLAINT.matcher(line).find() || RefusedFiles.of(line).isPresent();
  }
}
