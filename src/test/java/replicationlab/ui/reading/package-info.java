@NullMarked
package replicationlab.ui.reading;

import org.jspecify.annotations.NullMarked;
