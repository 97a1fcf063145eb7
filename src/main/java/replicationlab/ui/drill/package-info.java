/** Drills: mistakes set on purpose, what the person foresees of them, and their mend. */
@NullMarked
package replicationlab.ui.drill;

import org.jspecify.annotations.NullMarked;
