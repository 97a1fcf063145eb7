/** Files that outlive a crash whole, and are for their owner's eyes. Imports nothing of ours. */
@NullMarked
package replicationlab.files;

import org.jspecify.annotations.NullMarked;
