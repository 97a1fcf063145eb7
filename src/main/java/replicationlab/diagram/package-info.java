/**
 * The model of a diagram (nodes on a grid, edges, steps) and its reader: pure geometry, no JavaFX,
 * nothing of ours, so that a diagram can be checked and measured without a window.
 */
@NullMarked
package replicationlab.diagram;

import org.jspecify.annotations.NullMarked;
