/** Installations made of small scripts, and the bundled servers for real. */
@NullMarked
package replicationlab.postgres.install;

import org.jspecify.annotations.NullMarked;
