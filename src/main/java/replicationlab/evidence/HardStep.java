package replicationlab.evidence;

/**
 * How hard a step was for a class.
 *
 * @param failures failed attempts of all students together
 * @param seconds the time of all students together
 * @param stuck how many have reached it and not passed it
 * @param failureShare its part of all failed attempts of the class, 0 to 1
 * @param timeShare its part of all time of the class, 0 to 1
 */
public record HardStep(
    int number,
    String id,
    String title,
    int failures,
    long seconds,
    int stuck,
    double failureShare,
    double timeShare) {

  /** What steps are ranked by: half the failed attempts, half the time. */
  public double hardness() {
    return (failureShare + timeShare) / 2;
  }
}
