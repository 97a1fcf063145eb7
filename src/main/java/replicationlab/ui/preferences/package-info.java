/**
 * All settings in one pane; each change applies at once. Imports {@code settings} and {@code
 * ui.kit}; what belongs to the lab comes as a node from the shell.
 */
@NullMarked
package replicationlab.ui.preferences;

import org.jspecify.annotations.NullMarked;
