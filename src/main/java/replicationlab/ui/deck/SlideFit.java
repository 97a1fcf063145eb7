package replicationlab.ui.deck;

/**
 * How a slide's text fits its space.
 *
 * @param percent to which part of its usual size it was shrunk; 100 when it was not
 * @param isScrolled whether it does not fit even so
 */
public record SlideFit(int percent, boolean isScrolled) {}
