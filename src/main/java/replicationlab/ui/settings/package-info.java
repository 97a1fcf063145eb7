/**
 * Where the user chooses what the lab runs with. Imports {@code settings}, {@code
 * postgres.install}, {@code postgres.download}, {@code postgres.cluster} and {@code ui.kit}.
 */
@NullMarked
package replicationlab.ui.settings;

import org.jspecify.annotations.NullMarked;
