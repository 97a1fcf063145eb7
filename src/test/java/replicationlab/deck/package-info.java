/** What the reader of decks promises, each promise with an example, and all of them under fuzz. */
@NullMarked
package replicationlab.deck;

import org.jspecify.annotations.NullMarked;
