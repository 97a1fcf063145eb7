@NullMarked
package replicationlab.drill;

import org.jspecify.annotations.NullMarked;
