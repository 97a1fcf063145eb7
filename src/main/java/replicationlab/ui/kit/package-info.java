/**
 * What every view shares: theme, icons, dialogs, notifications, and the one bridge between threads.
 * Imports no other {@code ui} package.
 */
@NullMarked
package replicationlab.ui.kit;

import org.jspecify.annotations.NullMarked;
