/**
 * Turns a check of a lab and the running system into a verdict with evidence: passed, failed with
 * cause and remedy, or could not check. Imports {@code postgres.*}, {@code process} and {@code
 * lab}.
 */
@NullMarked
package replicationlab.check;

import org.jspecify.annotations.NullMarked;
