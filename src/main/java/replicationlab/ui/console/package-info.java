/** The console: what runs, line by line, fast enough for a million lines. */
@NullMarked
package replicationlab.ui.console;

import org.jspecify.annotations.NullMarked;
