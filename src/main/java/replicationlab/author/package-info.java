/**
 * A lesson looked at for its author: what is wrong with the text, and whether each step does what
 * it says on a real PostgreSQL. Imports the models, {@code course}, {@code policy}, {@code check},
 * {@code process} and {@code run}; only the command line imports it.
 */
@NullMarked
package replicationlab.author;

import org.jspecify.annotations.NullMarked;
