package replicationlab.deck;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One block of a slide, in the order in which the author wrote them. */
public sealed interface Block {

  /** The line in the deck's file on which the block begins, counted from 1. */
  int line();

  /** The block's words as plain text, without markup; for search, JSON and tests. */
  String text();

  /** A heading inside a slide; level 1 to 6. */
  record Heading(int line, int level, Prose prose) implements Block {
    @Override
    public String text() {
      return prose.text();
    }
  }

  /** Running text. */
  record Paragraph(int line, Prose prose) implements Block {
    @Override
    public String text() {
      return prose.text();
    }
  }

  /** A list; nested lists are flattened into levels. */
  record Bullets(int line, List<Bullet> items) implements Block {
    public Bullets {
      items = List.copyOf(items);
    }

    @Override
    public String text() {
      return String.join("\n", items.stream().map(item -> item.prose().text()).toList());
    }

    /** How many of the items are steps. */
    public int steps() {
      return (int) items.stream().filter(Bullet::isStep).count();
    }

    /**
     * At which of the list's steps each item appears; 0 is from the start. What is nested in an
     * item, and its further paragraphs, come with it.
     */
    public List<Integer> appearances() {
      List<Integer> appearances = new ArrayList<>();
      int steps = 0;
      int with = 0;
      int level = Integer.MAX_VALUE;
      for (Bullet item : items) {
        if (item.isStep()) {
          with = ++steps;
          level = item.level();
        } else if (item.level() < level || (item.level() == level && !item.marker().isEmpty())) {
          with = 0;
          level = Integer.MAX_VALUE;
        }
        appearances.add(with);
      }
      return appearances;
    }
  }

  /**
   * One item: level 0 is the outermost; {@code marker} is "•" or, in a numbered list, "3.", or the
   * box of a task.
   *
   * @param isStep whether the author wrote it with a {@code +}: it is shown when its turn comes,
   *     and not before
   */
  record Bullet(int level, String marker, boolean isStep, Prose prose) {

    /** The same item with other words. */
    public Bullet with(Prose words) {
      return new Bullet(level, marker, isStep, words);
    }
  }

  /**
   * Code as the author wrote it, curly quotes included.
   *
   * @param info the words after the fence ("sh versions=..14"); empty for an indented block
   */
  record Code(int line, CodeKind kind, String info, String source) implements Block {
    @Override
    public String text() {
      return source;
    }
  }

  /** What psql printed: one preformatted table with its caption and row count. */
  record Output(int line, String source) implements Block {
    @Override
    public String text() {
      return source;
    }
  }

  /** A picture: {@code target} as written, such as {@code ./images/failover.png}. */
  record Picture(int line, String alt, String target) implements Block {
    @Override
    public String text() {
      return alt.isEmpty() ? target : alt;
    }
  }

  /**
   * A question to be answered before what follows it is run: a Markdown task list, and the
   * paragraph before it.
   */
  record Question(int line, Prose asked, List<Choice> choices) implements Block {
    public Question {
      choices = List.copyOf(choices);
    }

    @Override
    public String text() {
      return asked.text()
          + choices.stream().map(choice -> "\n" + choice.text()).collect(Collectors.joining());
    }

    /** The indexes of the right choices; at least one. */
    public Set<Integer> right() {
      return IntStream.range(0, choices.size())
          .filter(at -> choices.get(at).isRight())
          .boxed()
          .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether more than one choice is right. */
    public boolean hasSeveral() {
      return right().size() > 1;
    }

    /** Tells it from every other, and from itself once its author has written it anew. */
    public String mark() {
      return Integer.toHexString(text().hashCode());
    }

    /** The same in other words. */
    public Question with(UnaryOperator<Prose> words) {
      return new Question(
          line,
          words.apply(asked),
          choices.stream()
              .map(choice ->
                  new Choice(
                      words.apply(choice.words()),
                      choice.isRight(),
                      choice.why().stream().map(words).toList()))
              .toList());
    }
  }

  /**
   * One of the answers that a question offers.
   *
   * @param why the text under it, a paragraph each: why it is right, or not; may be empty
   */
  record Choice(Prose words, boolean isRight, List<Prose> why) {
    public Choice {
      why = List.copyOf(why);
    }

    /** Its words and its why, a line each. */
    public String text() {
      return words.text() + why.stream().map(it -> "\n" + it.text()).collect(Collectors.joining());
    }
  }
}
