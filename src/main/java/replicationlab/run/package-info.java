/**
 * The step machine of a guided lab: what is ready, what runs, what passed, and the events that tell
 * of it. Imports {@code check}, {@code checkpoint}, {@code consent}, {@code policy}, {@code
 * process}, {@code postgres.*}, {@code progress} and {@code lab}.
 */
@NullMarked
package replicationlab.run;

import org.jspecify.annotations.NullMarked;
