/** The status bar: what the two clusters are doing, at all times. Imports {@code ui.kit}. */
@NullMarked
package replicationlab.ui.status;

import org.jspecify.annotations.NullMarked;
