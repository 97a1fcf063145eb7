/**
 * Runs other programs, through commons-exec and never through a shell: a request in, live lines and
 * an immutable result out. How a person would write a command for a shell is told here, too.
 * Imports nothing of ours.
 */
@NullMarked
package replicationlab.process;

import org.jspecify.annotations.NullMarked;
