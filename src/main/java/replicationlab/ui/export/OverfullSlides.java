package replicationlab.ui.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import replicationlab.course.OpenedDeck;
import replicationlab.deck.Block;
import replicationlab.deck.Problem;
import replicationlab.deck.Slide;
import replicationlab.export.ExportFailed;
import replicationlab.export.LayoutCheck;
import replicationlab.ui.deck.SlideFit;
import replicationlab.ui.deck.SlideMaker;
import replicationlab.ui.deck.SlideView;

/**
 * Lays out the slides that may be too full, on a canvas of 1600 by 900, and names those whose text
 * must be scrolled although it is as small as a room can read, those whose code is smaller than
 * {@link SlideFit#READABLE_CODE}, and, as a note, those that are merely smaller than usual.
 *
 * @param major the major version of PostgreSQL as of which the slides are
 * @param start makes JavaFX ready; called only when there is something to lay out
 */
public record OverfullSlides(int major, Start start) implements LayoutCheck {

  /** Makes JavaFX ready. */
  @FunctionalInterface
  public interface Start {
    /**
     * Returns when it is.
     *
     * @throws ExportFailed if this machine cannot
     */
    void run() throws ExportFailed;
  }

  /** Less than this fits in any case: laying out 10,000 slides would take minutes. */
  private static final int SURE_TO_FIT = 9;

  private static final int SURE_TO_FIT_BESIDE_A_PICTURE = 4;
  private static final int LETTERS_A_LINE = 60;

  @Override
  public Fullness of(OpenedDeck deck) throws ExportFailed {
    List<Slide> slides = deck.deck().slides();
    List<Integer> full =
        IntStream.range(0, slides.size()).filter(at -> mayBeFull(slides.get(at))).boxed().toList();
    if (full.isEmpty()) {
      return Fullness.NONE;
    }
    start.run();
    List<Problem> problems = new ArrayList<>();
    List<Problem> notes = new ArrayList<>();
    try {
      OffScreen screen = OnFxThread.call(() -> new OffScreen(SlideView.WIDTH, SlideView.HEIGHT));
      SlideMaker maker =
          new SlideMaker(
              new PaperPictures(deck.pictures()), major, false, UnaryOperator.identity());
      for (int index : full) {
        SlideFit fit = OnFxThread.call(() -> fit(screen, maker, deck, index));
        int line = slides.get(index).line();
        problem(fit)
            .ifPresentOrElse(
                words -> problems.add(new Problem(line, words)),
                () -> note(fit).ifPresent(words -> notes.add(new Problem(line, words))));
      }
    } catch (IOException e) {
      throw new ExportFailed("The layout could not be checked: " + e.getMessage(), e);
    }
    return new Fullness(problems, notes);
  }

  private static SlideFit fit(OffScreen screen, SlideMaker maker, OpenedDeck deck, int index) {
    SlideView slide = maker.makeForScreen(deck, index);
    screen.layOut(slide, SlideView.WIDTH, SlideView.HEIGHT);
    screen.clear();
    return slide.fit();
  }

  private static Optional<String> problem(SlideFit fit) {
    String shrinks = "the slide is too full: its text shrinks to " + fit.percent() + " %";
    if (fit.isScrolled()) {
      return Optional.of(shrinks + " and must be scrolled even so; divide it with a line '***'");
    }
    return fit.hasReadableCode()
        ? Optional.empty()
        : Optional.of(
            shrinks
                + " and its code cannot be read from the back row; divide it with a line '***'");
  }

  private static Optional<String> note(SlideFit fit) {
    return fit.percent() < 100
        ? Optional.of("note: the slide is full: its text shrinks to " + fit.percent() + " %")
        : Optional.empty();
  }

  private static boolean mayBeFull(Slide slide) {
    boolean pictured = slide.blocks().stream().anyMatch(Block.Picture.class::isInstance);
    long lines =
        slide.blocks().stream()
            .filter(block -> !(block instanceof Block.Picture))
            .mapToLong(OverfullSlides::lines)
            .sum();
    return lines > (pictured ? SURE_TO_FIT_BESIDE_A_PICTURE : SURE_TO_FIT);
  }

  private static long lines(Block block) {
    return block.text().lines().mapToLong(line -> 1 + line.length() / LETTERS_A_LINE).sum();
  }
}
