/** Tests of the lab's terminal, without a window. */
@NullMarked
package replicationlab.terminal;

import org.jspecify.annotations.NullMarked;
