/**
 * The only package that speaks JDBC: sessions with time-outs on every query, raw answers as text,
 * SQLSTATEs. Imports nothing of ours.
 */
@NullMarked
package replicationlab.postgres.sql;

import org.jspecify.annotations.NullMarked;
