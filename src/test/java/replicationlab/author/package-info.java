/** What an author is told of a lesson. */
@NullMarked
package replicationlab.author;

import org.jspecify.annotations.NullMarked;
