/**
 * What a lesson may do: which programs, options, settings, statements and paths. Everything is an
 * allow-list, because a deny-list is complete only until somebody thinks. Rules for lessons alone:
 * what students type in a terminal of their own is theirs. Imports {@code lab}, {@code deck} and
 * the names of PostgreSQL's programs from {@code postgres.install}.
 */
@NullMarked
package replicationlab.policy;

import org.jspecify.annotations.NullMarked;
