package replicationlab.postgres.cluster;

import replicationlab.postgres.install.Installation;

/** The two clusters of a lab and the PostgreSQL that runs them. */
public record ClusterPair(Installation installation, Cluster primary, Cluster standby) {}
