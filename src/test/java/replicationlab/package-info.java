/** Tests of the whole program: its format, its architecture, its command line. */
@NullMarked
package replicationlab;

import org.jspecify.annotations.NullMarked;
