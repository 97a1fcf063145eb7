/** Sessions with both bundled servers. */
@NullMarked
package replicationlab.postgres.sql;

import org.jspecify.annotations.NullMarked;
