/** Evidence, made up and real: what is written, what is seen, and what is kept out. */
@NullMarked
package replicationlab.evidence;

import org.jspecify.annotations.NullMarked;
