/** Diagrams as text and as geometry. */
@NullMarked
package replicationlab.diagram;

import org.jspecify.annotations.NullMarked;
