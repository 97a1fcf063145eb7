/**
 * Slides on paper and as pictures: lays each slide out without a window, and translates its scene
 * graph into PDF, text as text and lines as lines. Imports {@code export}, {@code course}, {@code
 * deck}, {@code diagram}, the slides of {@code ui.deck}, {@code ui.text}, {@code ui.diagram} and
 * {@code ui.kit}; the only package that knows PDFBox.
 */
@NullMarked
package replicationlab.ui.export;

import org.jspecify.annotations.NullMarked;
