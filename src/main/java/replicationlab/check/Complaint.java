package replicationlab.check;

import java.util.regex.Pattern;

/** A server's complaint by its words, and what it means. */
record Complaint(Pattern words, Explanation explanation) {

  /** Versions word their messages differently, so the words are loose. */
  static Complaint of(String words, String cause, String remedy) {
    return new Complaint(
        Pattern.compile(words, Pattern.CASE_INSENSITIVE), Explanation.of(cause, remedy));
  }
}
