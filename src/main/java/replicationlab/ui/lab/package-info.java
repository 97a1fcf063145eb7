/** The guided lab: steps, one of them open, with its command, its evidence and its buttons. */
@NullMarked
package replicationlab.ui.lab;

import org.jspecify.annotations.NullMarked;
