/**
 * What the program remembers between two starts (theme, window, positions, choices), in one file
 * that a crash cannot halve. Imports nothing of ours.
 */
@NullMarked
package replicationlab.settings;

import org.jspecify.annotations.NullMarked;
