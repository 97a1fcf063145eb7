/**
 * The configuration X-ray as a board: both data directories side by side. Imports {@code
 * postgres.*} and {@code ui.kit}.
 */
@NullMarked
package replicationlab.ui.xray;

import org.jspecify.annotations.NullMarked;
