/**
 * Presenting to a room: the audience's slide on one screen, the speaker's window on another, pen
 * and laser on both, and how the time goes. Imports {@code deck}, {@code course}, {@code ui.deck},
 * {@code ui.text} and {@code ui.kit}; what a window shows over the slide the shell hands over.
 */
@NullMarked
package replicationlab.ui.present;

import org.jspecify.annotations.NullMarked;
