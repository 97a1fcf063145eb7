/**
 * The model of a guided lab and its reader. A lab is slides' Markdown whose fenced blocks can be
 * run or checked, so this package reads it through {@code deck} and imports nothing else of ours.
 */
@NullMarked
package replicationlab.lab;

import org.jspecify.annotations.NullMarked;
