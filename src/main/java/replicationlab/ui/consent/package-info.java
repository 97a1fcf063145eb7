/**
 * What a lesson from elsewhere would run, shown before it may. Imports {@code consent} and ui.kit.
 */
@NullMarked
package replicationlab.ui.consent;

import org.jspecify.annotations.NullMarked;
