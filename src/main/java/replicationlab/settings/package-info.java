/**
 * What the program remembers between two starts (theme, window, positions, choices), in one file
 * that a crash cannot halve, and beside it what it remembers of each deck, in a file a deck.
 * Imports of ours only {@code files}.
 */
@NullMarked
package replicationlab.settings;

import org.jspecify.annotations.NullMarked;
