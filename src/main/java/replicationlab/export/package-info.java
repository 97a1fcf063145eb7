/**
 * What of a deck is to be put on paper or into pictures, in which form and where: the order, what
 * came of it, and the file that is whole or not there. Imports {@code course} and {@code deck}; no
 * JavaFX, so that the command line can place an order.
 */
@NullMarked
package replicationlab.export;

import org.jspecify.annotations.NullMarked;
