/**
 * Diagrams as JavaFX nodes: crisp at any size, coloured by the theme, animated step by step.
 * Imports {@code diagram} and {@code ui.kit}.
 */
@NullMarked
package replicationlab.ui.diagram;

import org.jspecify.annotations.NullMarked;
