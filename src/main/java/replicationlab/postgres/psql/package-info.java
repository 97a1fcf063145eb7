/**
 * A built-in psql for machines that have none: the part of psql that the labs use, printed as psql
 * prints it. Imports {@code postgres.sql}, and {@code process} for the lines of output and for what
 * {@code \!} runs.
 */
@NullMarked
package replicationlab.postgres.psql;

import org.jspecify.annotations.NullMarked;
