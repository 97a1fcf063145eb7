/**
 * One cluster: its data directory, port, settings files, life cycle; and who holds a port. Imports
 * {@code postgres.install}, {@code postgres.sql} and {@code process}.
 */
@NullMarked
package replicationlab.postgres.cluster;

import org.jspecify.annotations.NullMarked;
