package replicationlab.ui.present;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import replicationlab.deck.Deck;
import replicationlab.deck.TimedNotes;

/**
 * How long each slide is meant to take: what its notes say, and of what the deck has left an even
 * share.
 *
 * @param slides a time for each slide; empty when neither the deck nor all of its slides say one
 */
record Plan(List<Duration> slides) {

  Plan {
    slides = List.copyOf(slides);
  }

  static Plan of(Deck deck) {
    List<@Nullable Duration> given =
        new ArrayList<>(
            deck.slides().stream().map(slide -> TimedNotes.of(slide.notes()).planned()).toList());
    long open = given.stream().filter(time -> time == null).count();
    @Nullable Duration whole = TimedNotes.ofDeck(deck);
    if (given.isEmpty() || (whole == null && open > 0)) {
      return new Plan(List.of());
    }
    Duration said =
        given.stream().filter(time -> time != null).reduce(Duration.ZERO, Duration::plus);
    Duration left = whole == null ? Duration.ZERO : whole.minus(said);
    Duration share = open == 0 || left.isNegative() ? Duration.ZERO : left.dividedBy(open);
    return new Plan(given.stream().map(time -> time == null ? share : time).toList());
  }

  boolean isThere() {
    return !slides.isEmpty();
  }

  /** For the whole deck. */
  Duration whole() {
    return before(slides.size());
  }

  /** For the slides before this one, counted from 0. */
  Duration before(int slide) {
    return slides.subList(0, Math.clamp(slide, 0, slides.size())).stream()
        .reduce(Duration.ZERO, Duration::plus);
  }
}
