package replicationlab.deck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads a deck of slides, or any text: what it cannot make sense of it shows as text and reports as
 * a problem with its line. It never throws and never drops a word.
 *
 * <p>The stages are one class each: {@link FrontMatter}, {@link Fences}, {@link SlideSplitter},
 * then for each slide {@link Wrapper}, {@link SpeakerNotes}, {@link LineNormaliser}, {@link
 * BlockMaker} and {@link Questions}.
 */
public final class DeckReader {

  private final List<Problem> problems = new ArrayList<>();

  private DeckReader() {}

  /** Reads the text of a whole file. */
  public static Deck read(String text) {
    return new DeckReader().deck(text);
  }

  /** Reads what was a file's bytes; what is wrong with them is among the deck's problems. */
  public static Deck read(DeckText text) {
    DeckReader reader = new DeckReader();
    reader.problems.addAll(text.problems());
    return reader.deck(text.text());
  }

  /** Reads text without slides, such as a slide's notes; lines count from 1. */
  public static List<Block> blocks(String text) {
    List<Problem> ignored = new ArrayList<>();
    List<Line> lines = Line.of(text);
    return Questions.in(
        BlockMaker.blocks(LineNormaliser.normalise(lines, Fences.of(lines, ignored))), ignored);
  }

  private Deck deck(String text) {
    List<Line> file = Line.of(text);
    FrontMatter matter = FrontMatter.of(file, problems);
    Fences fences = Fences.of(matter.body(), problems);
    List<Slide> slides = new ArrayList<>();
    int before = 1;
    for (List<Line> part : SlideSplitter.split(matter.body(), fences)) {
      Slide slide = slide(part, fences, before);
      slides.add(slide);
      before = part.isEmpty() ? slide.line() : part.getLast().number();
    }
    if (slides.isEmpty()) {
      problems.add(new Problem(1, "there are no slides; a slide begins with a line '# Title'"));
    }
    String title = title(matter, slides);
    complain(
        lineOfMinutes(file),
        TimedNotes.objection(new Deck(title, matter.values(), List.of(), List.of())));
    problems.sort(Comparator.comparingInt(Problem::line));
    return new Deck(title, matter.values(), slides, problems);
  }

  private static int lineOfMinutes(List<Line> file) {
    return file.stream()
        .filter(line -> line.trimmed().startsWith("minutes"))
        .findFirst()
        .map(Line::number)
        .orElse(1);
  }

  private void complain(int line, String objection) {
    if (!objection.isEmpty()) {
      problems.add(new Problem(line, objection));
    }
  }

  private static String title(FrontMatter matter, List<Slide> slides) {
    String title = matter.values().getOrDefault("title", "");
    return title.isBlank() && !slides.isEmpty() ? slides.getFirst().title() : title;
  }

  private Slide slide(List<Line> part, Fences fences, int before) {
    int line =
        part.stream()
            .filter(candidate -> !candidate.isBlank())
            .findFirst()
            .map(Line::number)
            .orElse(before);
    List<Line> unwrapped = Wrapper.unwrap(part, fences, problems);
    SpeakerNotes notes = SpeakerNotes.takeFrom(unwrapped, fences, problems);
    complain(notes.line(), TimedNotes.objection(notes.text()));
    List<Block> blocks = new ArrayList<>();
    blocks.addAll(BlockMaker.blocks(LineNormaliser.normalise(notes.body(), fences)));
    String title = takeTitle(blocks);
    if (title.isEmpty()) {
      problems.add(new Problem(line, "the slide has no title; give it a line '# Title'"));
    }
    secondTitle(blocks).ifPresent(problems::add);
    Slide slide = new Slide(line, title, Questions.in(blocks, problems), notes.text());
    if (slide.characters() > Slide.MOST_CHARACTERS) {
      problems.add(
          new Problem(
              line,
              "the slide has %,d characters, of which %,d are shown; divide it"
                  .formatted(slide.characters(), Slide.MOST_CHARACTERS)));
    }
    return slide;
  }

  /** What came from another program has its slides divided by {@code ---}, or by nothing. */
  private static Optional<Problem> secondTitle(List<Block> blocks) {
    return blocks.stream()
        .filter(block -> block instanceof Block.Heading heading && heading.level() == 1)
        .findFirst()
        .map(title ->
            new Problem(
                title.line(),
                "the slide has a second title; slides are divided by a line '***', and a heading"
                    + " within one has '##'"));
  }

  private static String takeTitle(List<Block> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Block.Heading heading && heading.level() == 1) {
        blocks.remove(i);
        return heading.prose().spans().stream()
            .map(Inlines::withTarget)
            .collect(Collectors.joining())
            .strip();
      }
    }
    return "";
  }
}
