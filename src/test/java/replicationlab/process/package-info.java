/** Programs that are small shell scripts, and what the runner makes of them. */
@NullMarked
package replicationlab.process;

import org.jspecify.annotations.NullMarked;
