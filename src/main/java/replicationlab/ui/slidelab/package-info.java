/**
 * A slide's code run in the lab's clusters: the button at the code, and what came of it in a size
 * that a room can read, beside what the slide says that it prints. Imports {@code course}, {@code
 * run}, {@code process} and {@code ui.kit}; the shell says which lab is open.
 */
@NullMarked
package replicationlab.ui.slidelab;

import org.jspecify.annotations.NullMarked;
