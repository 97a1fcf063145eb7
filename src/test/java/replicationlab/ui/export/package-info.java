@NullMarked
package replicationlab.ui.export;

import org.jspecify.annotations.NullMarked;
