/**
 * Runs other programs, through commons-exec and never through a shell: a request in, live lines and
 * an immutable result out. Imports nothing of ours.
 */
@NullMarked
package replicationlab.process;

import org.jspecify.annotations.NullMarked;
