/** The slide viewer, driven by its keys and looked at. */
@NullMarked
package replicationlab.ui.deck;

import org.jspecify.annotations.NullMarked;
