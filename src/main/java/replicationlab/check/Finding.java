package replicationlab.check;

import java.util.function.Supplier;

/** A check under way: its name and question, to which the evidence and the verdict are added. */
record Finding(String name, String question, String sql, String answer) {

  static Finding of(String name, String question) {
    return new Finding(name, question, "", "");
  }

  Finding asked(String newSql) {
    return new Finding(name, question, sql.isEmpty() ? newSql : sql + "\n" + newSql, answer);
  }

  Finding answered(String newAnswer) {
    return new Finding(
        name, question, sql, answer.isEmpty() ? newAnswer : answer + "\n" + newAnswer);
  }

  CheckResult passed() {
    return new CheckResult(name, Verdict.PASSED, question, sql, answer, "", "");
  }

  CheckResult failed(String cause, String remedy) {
    return new CheckResult(name, Verdict.FAILED, question, sql, answer, cause, remedy);
  }

  CheckResult failed(Explanation explanation, LabSystem system) {
    return explained(Verdict.FAILED, explanation, system);
  }

  CheckResult undetermined(Explanation explanation, LabSystem system) {
    return explained(Verdict.UNDETERMINED, explanation, system);
  }

  private CheckResult explained(Verdict verdict, Explanation explanation, LabSystem system) {
    return new CheckResult(
        name,
        verdict,
        question,
        sql,
        answer,
        explanation.cause(),
        explanation.remedy().text(system),
        explanation.id(),
        explanation.remedy().actions());
  }

  CheckResult undetermined(String cause, String remedy) {
    return new CheckResult(name, Verdict.UNDETERMINED, question, sql, answer, cause, remedy);
  }

  CheckResult verdict(boolean holds, Supplier<Explanation> otherwise, LabSystem system) {
    return holds ? passed() : failed(otherwise.get(), system);
  }

  CheckResult verdict(boolean holds, String cause, String remedy) {
    return holds ? passed() : failed(cause, remedy);
  }
}
