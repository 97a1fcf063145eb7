package replicationlab.check;

/**
 * One check's verdict and what it rests on.
 *
 * @param question in plain words
 * @param sql what was asked of the servers, or which file was looked at
 * @param answer the raw answer
 * @param cause why it did not pass; empty when it passed
 * @param remedy what to do about it; empty when it passed
 */
public record CheckResult(
    String name,
    Verdict verdict,
    String question,
    String sql,
    String answer,
    String cause,
    String remedy) {

  /** The same without the remedy, for a person who wants to find it. */
  public CheckResult withoutRemedy() {
    return new CheckResult(name, verdict, question, sql, answer, cause, "");
  }
}
