/**
 * What both servers are doing now, as immutable snapshots taken once a second. Imports the other
 * {@code postgres} packages.
 */
@NullMarked
package replicationlab.postgres.replication;

import org.jspecify.annotations.NullMarked;
