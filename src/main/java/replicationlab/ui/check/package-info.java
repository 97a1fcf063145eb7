/** The checker: the proof's rows with question, SQL, raw answer and verdict. */
@NullMarked
package replicationlab.ui.check;

import org.jspecify.annotations.NullMarked;
