@NullMarked
package replicationlab.export;

import org.jspecify.annotations.NullMarked;
