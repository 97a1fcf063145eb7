package replicationlab.check;

/**
 * Why something is wrong and what to do about it.
 *
 * @param id the mistake's own name, such as {@code copied-pid-file}; empty if it has none
 * @param cause in plain words
 */
public record Explanation(String id, String cause, Remedy remedy) {

  static Explanation of(String cause, String remedy) {
    return new Explanation("", cause, Remedy.of(remedy));
  }

  static Explanation of(String id, String cause, String remedy) {
    return new Explanation(id, cause, Remedy.of(remedy));
  }
}
