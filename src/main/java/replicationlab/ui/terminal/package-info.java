/**
 * A real terminal in the window: psql, vi and less work in it as anywhere. JediTermFX understands
 * what programs write and draws it on a canvas; pty4j, behind {@code process}, is the terminal that
 * the programs see. Both hold on JavaFX 26 with a display and without; what JediTermFX lacks
 * (JavaFX's clipboard, themes that change, keys that belong to the window) is added here. Imports
 * {@code terminal}, {@code process} and {@code ui.kit}.
 */
@NullMarked
package replicationlab.ui.terminal;

import org.jspecify.annotations.NullMarked;
