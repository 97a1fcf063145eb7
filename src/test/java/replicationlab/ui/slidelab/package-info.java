@NullMarked
package replicationlab.ui.slidelab;

import org.jspecify.annotations.NullMarked;
