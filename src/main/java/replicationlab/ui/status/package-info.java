/**
 * The status bar: both clusters at all times, and what takes long. Imports {@code
 * postgres.replication} and {@code ui.kit}.
 */
@NullMarked
package replicationlab.ui.status;

import org.jspecify.annotations.NullMarked;
