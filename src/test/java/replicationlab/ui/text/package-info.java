/** Prose and code on a screen. */
@NullMarked
package replicationlab.ui.text;

import org.jspecify.annotations.NullMarked;
