package replicationlab.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import replicationlab.deck.Block;
import replicationlab.deck.Slide;
import replicationlab.lab.Action;
import replicationlab.lab.Guidance;
import replicationlab.lab.Lab;
import replicationlab.lab.LessonDigest;
import replicationlab.lab.Step;

/**
 * A deck as what it would run: a lesson from elsewhere is read before it runs, and a deck is one.
 */
public final class DeckLesson {

  private DeckLesson() {}

  /**
   * All that the deck's slides would run on a major, as they were written and as of that major; its
   * digest is of exactly this.
   */
  public static Lab of(OpenedDeck deck, int major) {
    List<Step> steps = new ArrayList<>();
    List<Slide> slides = deck.deck().slides();
    for (int i = 0; i < slides.size(); i++) {
      List<Action> actions = actions(slides.get(i), deck.changes(), major);
      if (!actions.isEmpty()) {
        steps.add(step(i + 1, slides.get(i), actions));
      }
    }
    String all = String.join("\n", steps.stream().map(step -> step.actions().toString()).toList());
    return new Lab(
        "slides", deck.deck().title(), steps, List.of(), LessonDigest.of("slides\n" + all));
  }

  private static List<Action> actions(Slide slide, Changes changes, int major) {
    // Where it stands in the file is no part of what is agreed to.
    List<Block> anywhere = slide.blocks().stream().map(DeckLesson::anywhere).toList();
    Slide moved = new Slide(0, slide.title(), anywhere, "");
    Set<Action> actions = new LinkedHashSet<>();
    Stream.of(false, true)
        .flatMap(asWritten -> SlideBlock.of(moved, changes, major, asWritten).stream())
        .forEach(block -> actions.addAll(block.actions()));
    return List.copyOf(actions);
  }

  private static Block anywhere(Block block) {
    return block instanceof Block.Code code
        ? new Block.Code(0, code.kind(), code.info(), code.source())
        : block;
  }

  private static Step step(int number, Slide slide, List<Action> actions) {
    List<Block> why = List.of();
    return new Step(
        "slide-" + number,
        slide.line(),
        "Slide " + number + ": " + slide.title(),
        number,
        why,
        actions,
        List.of(),
        List.of(),
        0,
        Guidance.NONE);
  }

  /**
   * Whether the deck came with the program, and so runs without asking: its files are those that
   * the program was built with, and what they would run is what the open deck would run. Reads
   * files.
   *
   * @param shipped see {@link ShippedLessons}
   */
  public static boolean cameWithTheProgram(
      OpenedDeck deck, ProgramFiles files, Set<String> shipped, int major) {
    try {
      Path changes = deck.file().resolveSibling(Changes.FILE);
      boolean ours =
          shipped.contains(digest(deck.file()))
              && (Files.notExists(changes) || shipped.contains(digest(changes)));
      return ours
          && of(OpenedDeck.open(deck.file(), files), major)
              .digest()
              .equals(of(deck, major).digest());
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static String digest(Path file) throws IOException {
    return LessonDigest.of(Files.readString(file));
  }
}
