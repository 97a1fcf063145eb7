package replicationlab.postgres.cluster;

import java.nio.file.Path;

/**
 * A cluster in PostgreSQL's sense: one data directory, served by at most one server.
 *
 * @param name "primary" or "standby"
 * @param data its data directory, which need not exist yet
 * @param port the port on which the lab wants it to listen
 * @param log the file to which its server writes
 */
public record Cluster(String name, Path data, int port, Path log) {}
