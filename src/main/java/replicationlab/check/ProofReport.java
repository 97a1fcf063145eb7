package replicationlab.check;

import java.util.List;

/**
 * The proof that the standby is one, row by row in the order in which each builds on those before.
 */
public record ProofReport(Verdict verdict, List<CheckResult> checks) {

  public ProofReport {
    checks = List.copyOf(checks);
  }

  /** All rows together. */
  public static ProofReport of(List<CheckResult> checks) {
    return new ProofReport(
        checks.stream().map(CheckResult::verdict).reduce(Verdict.PASSED, Verdict::and), checks);
  }
}
