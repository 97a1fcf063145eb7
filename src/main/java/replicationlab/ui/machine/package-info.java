/**
 * The check of this machine as rows, the worst of them open to the eye. Imports {@code machine} and
 * {@code ui.kit}.
 */
@NullMarked
package replicationlab.ui.machine;

import org.jspecify.annotations.NullMarked;
