/** Presenting: the time, the screens, the pen, and the windows. */
@NullMarked
package replicationlab.ui.present;

import org.jspecify.annotations.NullMarked;
