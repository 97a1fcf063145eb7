package replicationlab.deck;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds questions among a slide's blocks: a task list that offers choices, and the paragraph before
 * it, which asks. A task list that is no question stays a list with boxes, and why is a problem.
 */
final class Questions {

  /** How a task list's items are marked until it is known what they are. */
  static final String OPEN = "☐";

  static final String TICKED = "☑";

  private static final int FEWEST = 2;

  private Questions() {}

  /** The same blocks with the questions made of their parts. */
  static List<Block> in(List<Block> blocks, List<Problem> problems) {
    List<Block> found = new ArrayList<>();
    for (Block block : blocks) {
      if (!(block instanceof Block.Bullets list) || !isTasks(list)) {
        found.add(block);
        continue;
      }
      Block before = found.isEmpty() ? null : found.getLast();
      String trouble = trouble(list);
      if (before instanceof Block.Paragraph asked && trouble.isEmpty()) {
        found.removeLast();
        found.add(new Block.Question(asked.line(), asked.prose(), choices(list)));
      } else {
        String why =
            trouble.isEmpty() ? "write what is asked as a paragraph before its choices" : trouble;
        problems.add(new Problem(list.line(), "the task list asks no question: " + why));
        found.add(block);
      }
    }
    return found;
  }

  private static boolean isTasks(Block.Bullets list) {
    return list.items().stream().anyMatch(Questions::isChoice);
  }

  private static boolean isChoice(Block.Bullet item) {
    return item.marker().equals(OPEN) || item.marker().equals(TICKED);
  }

  /** What keeps a task list from offering choices; empty if nothing does. */
  private static String trouble(Block.Bullets list) {
    List<Block.Bullet> items = list.items();
    boolean mixed =
        !isChoice(items.getFirst())
            || items.stream().anyMatch(item -> !isChoice(item) && !item.marker().isEmpty());
    if (mixed) {
      return "begin each of its items with [ ] or [x]";
    }
    if (items.stream().filter(Questions::isChoice).count() < FEWEST) {
      return "it offers one choice only";
    }
    return items.stream().noneMatch(item -> item.marker().equals(TICKED))
        ? "no choice is right; mark the right one with [x]"
        : "";
  }

  private static List<Block.Choice> choices(Block.Bullets list) {
    List<Block.Choice> choices = new ArrayList<>();
    List<Prose> why = new ArrayList<>();
    for (Block.Bullet item : list.items().reversed()) {
      if (isChoice(item)) {
        choices.addFirst(
            new Block.Choice(item.prose(), item.marker().equals(TICKED), why.reversed()));
        why.clear();
      } else {
        why.add(item.prose());
      }
    }
    return choices;
  }
}
