/**
 * The command line: the same services as the window, their events printed. The only package that
 * writes to standard output.
 */
@NullMarked
package replicationlab.cli;

import org.jspecify.annotations.NullMarked;
