package replicationlab.check;

import replicationlab.postgres.sql.PasswordMask;

/**
 * One check's verdict and what it rests on, without the passwords that may have been in it.
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

  public CheckResult {
    sql = PasswordMask.of(sql);
    answer = PasswordMask.of(answer);
    cause = PasswordMask.of(cause);
    remedy = PasswordMask.of(remedy);
  }

  /** The same without the remedy, for a person who wants to find it. */
  public CheckResult withoutRemedy() {
    return new CheckResult(name, verdict, question, sql, answer, cause, "");
  }
}
