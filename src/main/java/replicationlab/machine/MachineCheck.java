package replicationlab.machine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import replicationlab.postgres.install.Installations;
import replicationlab.postgres.install.Unprivileged;
import replicationlab.process.CommandRunner;

/** All that is looked at before the lab, in the order in which it is told. */
public final class MachineCheck {

  private final List<Probe> probes;

  /** A check with these probes. */
  public MachineCheck(List<Probe> probes) {
    this.probes = List.copyOf(probes);
  }

  /** The check of this machine for a plan. */
  public static MachineCheck of(
      LabPlan plan,
      Installations installations,
      CommandRunner runner,
      Unprivileged unprivileged,
      Map<String, String> environment) {
    return new MachineCheck(
        List.of(
            new JavaProbe(Runtime.version()),
            new ProgramsProbe(plan, installations, runner, unprivileged),
            new UserProbe(plan, unprivileged),
            new DiskProbe(plan),
            new FileSystemProbe(plan.ground()),
            new SyncProbe(plan.ground()),
            new MemoryProbe(),
            new SharedMemoryProbe(),
            new SocketPathProbe(plan.workspace()),
            new PortsProbe(plan),
            new LocaleProbe(environment, runner),
            new ClockProbe(plan.ground()),
            new DisplayProbe(environment, runner)));
  }

  /**
   * Looks at everything, one after another.
   *
   * @param each gets every diagnosis as soon as it is known
   */
  public List<Diagnosis> run(Consumer<Diagnosis> each) {
    List<Diagnosis> all = new ArrayList<>();
    for (Probe probe : probes) {
      Diagnosis diagnosis = look(probe);
      all.add(diagnosis);
      each.accept(diagnosis);
    }
    return all;
  }

  /** How many things are looked at. */
  public int size() {
    return probes.size();
  }

  private static Diagnosis look(Probe probe) {
    try {
      return probe.look();
    } catch (IOException | RuntimeException e) {
      String words = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return Diagnosis.unknown(probe.name(), words);
    }
  }
}
