/**
 * What a student did in a lab, as a journal that is written while it is done and as one sealed file
 * for the instructor, and what thirty such files say together. Imports {@code run}, {@code check},
 * {@code lab}, {@code process}, {@code progress}, {@code postgres.replication} and {@code
 * postgres.cluster}; knows no window and no command line.
 */
@NullMarked
package replicationlab.evidence;

import org.jspecify.annotations.NullMarked;
