/**
 * The editor of settings files, and what it knows of them. Imports {@code postgres.*}, {@code
 * progress} and {@code ui.kit}.
 */
@NullMarked
package replicationlab.ui.files;

import org.jspecify.annotations.NullMarked;
