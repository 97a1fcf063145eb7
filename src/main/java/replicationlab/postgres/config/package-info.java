/**
 * A cluster's settings files: what stands in them, what is wrong with them, what they would change
 * in a running server; and the X-ray of two data directories side by side. Imports {@code
 * postgres.cluster}, {@code postgres.install}, {@code postgres.sql} and {@code process}.
 */
@NullMarked
package replicationlab.postgres.config;

import org.jspecify.annotations.NullMarked;
