/**
 * What the program notes about itself: a rotated file in the workspace, the last events in memory,
 * and the report of an unexpected error. Imports nothing of ours; whoever has something to note
 * uses {@link java.lang.System.Logger}.
 */
@NullMarked
package replicationlab.log;

import org.jspecify.annotations.NullMarked;
