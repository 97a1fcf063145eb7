package replicationlab.lab;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import replicationlab.deck.Deck;
import replicationlab.deck.DeckReader;
import replicationlab.deck.Problem;
import replicationlab.deck.Slide;

/**
 * Reads a lab. It is a deck whose slides are steps: {@code # Title {#id slide=20}}, prose, and
 * fenced blocks that are run ({@code sh}, {@code sql}, {@code settings}, {@code hba}), shown
 * ({@code as-of=9.0}), checked ({@code check}) or read when asked for ({@code hint}) or afterwards
 * ({@code after}). Never throws: what is wrong becomes a problem with its line.
 */
public final class LabReader {

  private LabReader() {}

  /** Reads the text of a lab's file; {@code id} is the file's name without ending. */
  public static Lab read(String id, String text) {
    Deck deck = DeckReader.read(text);
    List<Problem> problems = new ArrayList<>(deck.problems());
    List<Step> steps = deck.slides().stream().map(slide -> checked(slide, problems)).toList();
    if (steps.isEmpty()) {
      problems.add(
          new Problem(1, "the lab has no steps; a step begins with a line '# Title {#name}'"));
    }
    Set<String> ids = new HashSet<>();
    for (Step step : steps) {
      if (!ids.add(step.id())) {
        problems.add(
            new Problem(
                step.line(), "two steps are called '" + step.id() + "'; give one another {#name}"));
      }
    }
    return new Lab(id, title(deck), steps, problems, LessonDigest.of(text));
  }

  /** A deck without a title of its own has its first slide's, here with the step's attributes. */
  private static String title(Deck deck) {
    return deck.title().replaceFirst("\\s*\\{#[^}]*}\\s*$", "");
  }

  private static Step checked(Slide slide, List<Problem> problems) {
    Step step = step(slide, problems);
    if (step.checks().isEmpty()) {
      problems.add(
          new Problem(
              slide.line(), "the step '" + step.id() + "' checks nothing; add a check block"));
    }
    return step;
  }

  /**
   * Reads one slide as a step, which may be without checks; for what is written as a lab is, such
   * as a drill.
   */
  public static Step step(Slide slide, List<Problem> problems) {
    StepHeading heading = StepHeading.parse(slide, problems);
    StepBlocks blocks = new StepBlocks(problems);
    slide.blocks().forEach(blocks::take);
    return new Step(
        heading.id(),
        slide.line(),
        heading.title(),
        heading.slide(),
        blocks.why(),
        blocks.actions(),
        blocks.asOf90(),
        blocks.checks(),
        blocks.patience(),
        blocks.guidance(),
        blocks.mayHoldBefore());
  }
}
