package replicationlab.check;

import replicationlab.postgres.cluster.ClusterPair;
import replicationlab.run.TestLab;

/** Two clusters that have nothing to do with each other, looked at as if they were a pair. */
final class Strangers {

  private Strangers() {}

  static LabSystem asPair(TestLab one, TestLab other) {
    return LabSystem.of(
        new ClusterPair(one.bench.clusters().installation(), one.primary(), other.primary()),
        one.bench.control());
  }
}
