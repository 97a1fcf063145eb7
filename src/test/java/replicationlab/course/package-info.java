/** Where courses, pictures and changes are found. */
@NullMarked
package replicationlab.course;

import org.jspecify.annotations.NullMarked;
