/** Diagrams on the screen. */
@NullMarked
package replicationlab.ui.diagram;

import org.jspecify.annotations.NullMarked;
