package replicationlab.machine;

import java.util.List;
import replicationlab.postgres.install.CannotRunAsRootException;
import replicationlab.postgres.install.Program;
import replicationlab.postgres.install.Unprivileged;

/** Who we are, and who will run the servers: PostgreSQL refuses to run as root. */
record UserProbe(LabPlan plan, Unprivileged unprivileged) implements Probe {

  @Override
  public String name() {
    return "User";
  }

  @Override
  public Diagnosis look() {
    String user = System.getProperty("user.name");
    try {
      List<String> prefix = unprivileged.prefix(Program.POSTGRES);
      unprivileged.requireReach(plan.workspace());
      return Diagnosis.ok(
          name(),
          prefix.isEmpty()
              ? user + ", who runs the servers"
              : user + "; the servers run by way of " + String.join(" ", prefix));
    } catch (CannotRunAsRootException e) {
      return Diagnosis.problem(
          name(), user + " cannot run servers there", String.valueOf(e.getMessage()));
    }
  }
}
