package replicationlab.machine;

/**
 * What was found about one thing.
 *
 * @param name of the check, such as "Disk space"
 * @param measured what was seen, with its unit
 * @param remedy what to do about it; empty if nothing need be done
 */
public record Diagnosis(String name, Grade grade, String measured, String remedy) {

  static Diagnosis ok(String name, String measured) {
    return new Diagnosis(name, Grade.OK, measured, "");
  }

  static Diagnosis warning(String name, String measured, String remedy) {
    return new Diagnosis(name, Grade.WARNING, measured, remedy);
  }

  static Diagnosis problem(String name, String measured, String remedy) {
    return new Diagnosis(name, Grade.PROBLEM, measured, remedy);
  }

  static Diagnosis unknown(String name, String why) {
    return new Diagnosis(
        name, Grade.UNKNOWN, why, "Go on; if the lab fails, this may be the cause.");
  }
}
