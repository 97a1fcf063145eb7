/**
 * The lab's terminal without its picture: which shell runs in it, with which environment, and the
 * small programs that stand before PostgreSQL's there. Imports {@code run}, {@code
 * postgres.install} and {@code process}.
 */
@NullMarked
package replicationlab.terminal;

import org.jspecify.annotations.NullMarked;
