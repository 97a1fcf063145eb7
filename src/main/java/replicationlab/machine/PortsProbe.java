package replicationlab.machine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.postgres.cluster.PidFile;
import replicationlab.postgres.cluster.PortOwner;

/** Whether both ports are free, or held by the servers of this very workspace. */
final class PortsProbe implements Probe {

  private final LabPlan plan;
  private final IntFunction<Optional<PortOwner>> owners;

  PortsProbe(LabPlan plan) {
    this(plan, PortOwner::of);
  }

  PortsProbe(LabPlan plan, IntFunction<Optional<PortOwner>> owners) {
    this.plan = plan;
    this.owners = owners;
  }

  @Override
  public String name() {
    return "Ports";
  }

  @Override
  public Diagnosis look() {
    List<String> taken = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (int port : List.of(plan.ports().primary(), plan.ports().standby())) {
      Optional<PortOwner> owner = owners.apply(port);
      if (owner.isEmpty()) {
        told.add(port + " is free");
      } else if (isOurs(port)) {
        told.add(port + " is this workspace's own server");
      } else {
        taken.add(port + " is held by " + owner.get().words());
      }
    }
    return taken.isEmpty()
        ? Diagnosis.ok(name(), String.join(", ", told))
        : Diagnosis.problem(
            name(),
            String.join(", ", taken),
            "Use others, such as --ports %s, or end what holds them."
                .formatted(plan.ports().nearestFree()));
  }

  private boolean isOurs(int port) {
    return List.of("data", "data2").stream()
        .map(name -> plan.workspace().resolve(name))
        .anyMatch(data -> holds(data, port));
  }

  private static boolean holds(Path data, int port) {
    return new DataDirectory(data).server().map(PidFile::port).orElse(0) == port;
  }
}
