/** The built-in psql on both bundled servers; what it should print was taken from psql 15. */
@NullMarked
package replicationlab.postgres.psql;

import org.jspecify.annotations.NullMarked;
