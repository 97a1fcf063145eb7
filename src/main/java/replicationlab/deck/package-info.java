/**
 * The model of a lesson's slides and the reader that makes it from text: total, so that whatever
 * the input no word is dropped and nothing is thrown. Imports nothing of ours, no JavaFX.
 */
@NullMarked
package replicationlab.deck;

import org.jspecify.annotations.NullMarked;
