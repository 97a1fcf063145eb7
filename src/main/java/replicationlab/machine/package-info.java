/**
 * The check of this machine before the lab: what could get into a student's way, measured, each
 * with a remedy. Imports {@code process}, {@code postgres.install} and {@code postgres.cluster}.
 */
@NullMarked
package replicationlab.machine;

import org.jspecify.annotations.NullMarked;
