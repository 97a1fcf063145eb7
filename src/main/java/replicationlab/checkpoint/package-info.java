/**
 * Checkpoints of a lab: what both data directories and the logs held after a step, and which
 * servers ran, kept so that one can go back in seconds; and the folders that were moved out of the
 * way. Imports {@code progress}, {@code process} and {@code postgres.cluster}; starting and
 * stopping servers is {@code run}'s.
 */
@NullMarked
package replicationlab.checkpoint;

import org.jspecify.annotations.NullMarked;
