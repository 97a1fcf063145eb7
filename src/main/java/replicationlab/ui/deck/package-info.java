/**
 * The slide viewer: outline, slide, keys, full screen. Imports {@code deck}, {@code course}, {@code
 * ui.text}, {@code ui.diagram} and {@code ui.kit}.
 */
@NullMarked
package replicationlab.ui.deck;

import org.jspecify.annotations.NullMarked;
