/**
 * A cluster's settings files: what stands in them, what is wrong with them, what they would change
 * in a running server; whom pg_hba.conf lets in, and what a connection string says. Imports {@code
 * postgres.cluster}, {@code postgres.install}, {@code postgres.sql} and {@code process}.
 */
@NullMarked
package replicationlab.postgres.config;

import org.jspecify.annotations.NullMarked;
