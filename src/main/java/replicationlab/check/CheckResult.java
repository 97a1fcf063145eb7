package replicationlab.check;

import java.util.List;
import replicationlab.lab.Action;
import replicationlab.postgres.sql.PasswordMask;

/**
 * One check's verdict and what it rests on, without the passwords that may have been in it.
 *
 * @param question in plain words
 * @param sql what was asked of the servers, or which file was looked at
 * @param answer the raw answer
 * @param cause why it did not pass; empty when it passed
 * @param remedy what to do about it; with actions it is a comment and below it the lines to be
 *     typed, all for a shell; empty when it passed
 * @param mistake the name of the mistake that was made out; empty if none was
 * @param actions what carries out the remedy; empty where only the person can
 */
public record CheckResult(
    String name,
    Verdict verdict,
    String question,
    String sql,
    String answer,
    String cause,
    String remedy,
    String mistake,
    List<Action> actions) {

  public CheckResult {
    sql = PasswordMask.of(sql);
    answer = PasswordMask.of(answer);
    cause = PasswordMask.of(cause);
    remedy = PasswordMask.of(remedy);
    actions = List.copyOf(actions);
  }

  /** A result that names no mistake. */
  public CheckResult(
      String name,
      Verdict verdict,
      String question,
      String sql,
      String answer,
      String cause,
      String remedy) {
    this(name, verdict, question, sql, answer, cause, remedy, "", List.of());
  }

  /** The same without the remedy, for a person who wants to find it. */
  public CheckResult withoutRemedy() {
    return new CheckResult(name, verdict, question, sql, answer, cause, "", mistake, List.of());
  }

  /** The same, where an earlier result is what has to be mended first. */
  CheckResult after(CheckResult first) {
    return new CheckResult(
        name,
        verdict,
        question,
        sql,
        answer,
        "This may well follow from what \"" + first.question() + "\" found.",
        "Mend that first, then check again.");
  }
}
