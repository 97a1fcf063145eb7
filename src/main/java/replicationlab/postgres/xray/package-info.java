/**
 * The configuration X-ray: all that two data directories tell about whether they can replicate,
 * side by side, and what is missing. Imports {@code postgres.config}, {@code postgres.cluster},
 * {@code postgres.install}, {@code postgres.sql} and {@code process}.
 */
@NullMarked
package replicationlab.postgres.xray;

import org.jspecify.annotations.NullMarked;
