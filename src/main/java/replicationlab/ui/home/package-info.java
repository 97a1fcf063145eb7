/**
 * Where one begins: what this is, where one was, and what there is to do. Imports {@code ui.kit}
 * only; the shell tells it everything else.
 */
@NullMarked
package replicationlab.ui.home;

import org.jspecify.annotations.NullMarked;
