/**
 * Which lessons may run: those that came with the program, as they came, and those whose commands
 * this person has seen and agreed to. Imports {@code lab} and {@code deck}; whoever runs a lesson
 * asks here first.
 */
@NullMarked
package replicationlab.consent;

import org.jspecify.annotations.NullMarked;
