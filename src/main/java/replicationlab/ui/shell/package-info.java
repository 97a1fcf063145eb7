/**
 * The window that holds the parts together: menus, layout, shortcuts, status bar, shutdown. The
 * only {@code ui} package that imports its siblings.
 */
@NullMarked
package replicationlab.ui.shell;

import org.jspecify.annotations.NullMarked;
