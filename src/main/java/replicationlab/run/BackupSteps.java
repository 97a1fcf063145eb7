package replicationlab.run;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import replicationlab.lab.Action;
import replicationlab.lab.CheckSpec;
import replicationlab.lab.Lab;
import replicationlab.lab.Step;
import replicationlab.postgres.cluster.ExclusiveBackup;

/**
 * The steps that stand and fall with a backup: when that is gone before it has ended, beginning it
 * and copying have to be done again, whatever had passed.
 */
record BackupSteps(Lab lab, Workbench bench) {

  private static final String BEGUN = "backup-begun";
  private static final String ENDED = "backup-ended";

  /** Those of the passed steps that still are, for a program that has just opened the workspace. */
  Set<String> stillPassed(Set<String> passed) {
    int major = bench.clusters().installation().version().major();
    return ExclusiveBackup.isKnownTo(major) ? afterServer(passed) : afterSession(passed, major);
  }

  /** Up to 14 a backup is gone with its server. */
  private Set<String> afterServer(Set<String> passed) {
    boolean open =
        lab.steps().stream().anyMatch(step -> checks(step, BEGUN) && passed.contains(step.id()))
            && lab.steps().stream()
                .anyMatch(step -> checks(step, ENDED) && !passed.contains(step.id()));
    return open && isGone() ? before(passed, step -> checks(step, BEGUN)) : passed;
  }

  private boolean isGone() {
    ExclusiveBackup backup = new ExclusiveBackup(bench.clusters());
    return backup.wentWithServer()
        || backup.leftVoidCopy()
        || (!backup.isUnderWay() && !backup.copy().holdsCluster());
  }

  private static boolean checks(Step step, String name) {
    return step.checks().stream().map(CheckSpec::name).anyMatch(name::equals);
  }

  /** Since 15 it is gone with its session, and that with the program that held it open. */
  private Set<String> afterSession(Set<String> passed, int major) {
    boolean open =
        lab.steps().stream()
            .anyMatch(step -> needsSession(step, major) && !passed.contains(step.id()));
    return open ? before(passed, step -> needsSession(step, major)) : passed;
  }

  private static boolean needsSession(Step step, int major) {
    return step.actionsFor(major).stream().anyMatch(Action.Statement.class::isInstance);
  }

  private Set<String> before(Set<String> passed, Predicate<Step> first) {
    List<Step> again = lab.steps().stream().dropWhile(first.negate()).toList();
    Set<String> rest = new HashSet<>(passed);
    again.forEach(step -> rest.remove(step.id()));
    return rest;
  }
}
