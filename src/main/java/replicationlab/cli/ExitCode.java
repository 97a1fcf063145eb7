package replicationlab.cli;

import replicationlab.check.Verdict;

/** What the commands' exit codes mean. */
final class ExitCode {

  static final int PASSED = 0;
  static final int FAILED = 1;
  static final int UNDETERMINED = 2;

  /** The input has problems, or the call was not understood. */
  static final int PROBLEMS = 2;

  private ExitCode() {}

  static int of(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> PASSED;
      case FAILED -> FAILED;
      case UNDETERMINED -> UNDETERMINED;
    };
  }
}
