/**
 * Chooses between the window and the command line, makes the objects and hands them to each other.
 */
@NullMarked
package replicationlab;

import org.jspecify.annotations.NullMarked;
