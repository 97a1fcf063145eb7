package replicationlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import replicationlab.check.CheckResult;
import replicationlab.check.Verdict;
import replicationlab.lab.Step;
import replicationlab.postgres.install.Installation;
import replicationlab.process.Cancellation;

/**
 * Lab Exercise 1, done by nothing but what the checks of its steps advise: each names what is
 * missing, and its remedy, carried out as written, lets the step pass.
 */
@Tag("lab")
@Tag("slow")
class StepRemediesTest {

  /** The lab keeps a backup's session open, so only the step itself can begin or end one. */
  private static final Set<String> OF_THE_SESSION = Set.of("start-backup", "stop-backup");

  /** A step's checks ask for several things, and a remedy gives one. */
  private static final int MOST_REMEDIES = 6;

  @TempDir Path folder;

  static List<String> majors() {
    return TestLab.installations().found().stream()
        .filter(found -> found.origin() == Installation.Origin.BUNDLED)
        .map(found -> found.version().majorName())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void remediesAloneLeadThroughTheLab(String major) {
    try (TestLab lab = TestLab.untouched(folder.resolve("lab"), major)) {
      for (Step step : lab.lab.steps()) {
        if (lab.run.major() >= 15 && OF_THE_SESSION.contains(step.id())) {
          assertThat(lab.run.run(step).join().status()).isEqualTo(StepState.Status.PASSED);
        } else {
          mend(lab, step);
          assertThat(lab.run.check(step).join().status()).isEqualTo(StepState.Status.PASSED);
        }
      }
      assertThat(lab.proof().verdict()).isEqualTo(Verdict.PASSED);
    }
  }

  private static void mend(TestLab lab, Step step) {
    List<CheckResult> results = look(lab, step, false);
    for (int i = 0; i < MOST_REMEDIES && !passed(results); i++) {
      CheckResult first =
          results.stream()
              .filter(result -> result.verdict() != Verdict.PASSED)
              .findFirst()
              .orElseThrow();
      assertThat(first.mistake()).as("%s: %s", step.id(), first).isNotEmpty();
      assertThat(first.actions()).as("%s: %s", step.id(), first).isNotEmpty();
      assertThat(first.remedy().lines().count()).isGreaterThan(first.actions().size());
      assertThat(lab.run.apply(first.actions()).join()).as("%s: %s", step.id(), first).isEmpty();
      results = look(lab, step, true);
    }
    assertThat(passed(results)).as("%s: %s", step.id(), results).isTrue();
  }

  private static List<CheckResult> look(TestLab lab, Step step, boolean acted) {
    return new StepChecks(lab::system).settle(step, acted, true, new Cancellation());
  }

  private static boolean passed(List<CheckResult> results) {
    return results.stream().allMatch(result -> result.verdict() == Verdict.PASSED);
  }
}
