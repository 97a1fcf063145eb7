@NullMarked
package replicationlab.ui.drill;

import org.jspecify.annotations.NullMarked;
