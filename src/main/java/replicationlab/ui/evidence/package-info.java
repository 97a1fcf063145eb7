/**
 * What a class has handed in: a heat map of students and steps, the hardest steps, and the replay
 * of one student's lab. Imports {@code evidence} and {@code ui.kit}.
 */
@NullMarked
package replicationlab.ui.evidence;

import org.jspecify.annotations.NullMarked;
