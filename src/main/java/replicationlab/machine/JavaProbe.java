package replicationlab.machine;

/** The JDK that this program runs on. */
record JavaProbe(Runtime.Version version) implements Probe {

  private static final int LEAST = 25;

  @Override
  public String name() {
    return "Java";
  }

  @Override
  public Diagnosis look() {
    return version.feature() >= LEAST
        ? Diagnosis.ok(name(), "Java " + version)
        : Diagnosis.problem(
            name(), "Java " + version, "Install a JDK " + LEAST + " or newer and start with it.");
  }
}
