/**
 * Slides' and steps' text as JavaFX nodes: prose, bullets, and code blocks that are highlighted and
 * can be copied. Used by the slide viewer and the lab. Imports {@code deck} and {@code ui.kit}.
 */
@NullMarked
package replicationlab.ui.text;

import org.jspecify.annotations.NullMarked;
