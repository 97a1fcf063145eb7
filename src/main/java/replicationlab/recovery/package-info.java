/**
 * What an interruption has left in a workspace: found, said, and put right before the lab goes on.
 * Imports {@code run}, {@code checkpoint}, {@code progress}, {@code process} and {@code
 * postgres.cluster}; nothing but the two faces and the shell imports it.
 */
@NullMarked
package replicationlab.recovery;

import org.jspecify.annotations.NullMarked;
