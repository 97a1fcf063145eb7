/** What a file goes through. */
@NullMarked
package replicationlab.files;

import org.jspecify.annotations.NullMarked;
