/**
 * Where PostgreSQL's programs are on this machine: bundled with us, installed, or named by the
 * user; which version each is and what it lacks. Imports {@code process} only.
 */
@NullMarked
package replicationlab.postgres.install;

import org.jspecify.annotations.NullMarked;
