/**
 * Drills: mistakes that are set on purpose, to be found and mended. The model and its reader, which
 * reads them as a lab is read, so this package imports {@code deck} and {@code lab} and nothing
 * else of ours.
 */
@NullMarked
package replicationlab.drill;

import org.jspecify.annotations.NullMarked;
