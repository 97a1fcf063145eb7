/**
 * A deck as one page to scroll, for somebody who reads alone: notes and the lab's steps where they
 * belong, a table of contents, and what has been read. Imports the deck's model and slides from
 * {@code ui.deck}, {@code ui.text} and {@code ui.kit}; of the lab it knows links only.
 */
@NullMarked
package replicationlab.ui.reading;

import org.jspecify.annotations.NullMarked;
