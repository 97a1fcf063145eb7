package replicationlab.deck;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The comments {@code <!-- … -->} at a slide's end, as in Marp and Slidev.
 *
 * @param line on which their text begins; 0 when there are none
 * @param text the notes, Markdown as written; empty when there are none
 * @param body the slide without them
 */
record SpeakerNotes(int line, String text, List<Line> body) {

  private static final String OPEN = "<!--";
  private static final String CLOSE = "-->";

  static SpeakerNotes takeFrom(List<Line> slide, Fences fences, List<Problem> problems) {
    List<Line> body = new ArrayList<>(slide);
    List<String> notes = new ArrayList<>();
    int line = 0;
    int open = lastComment(body, fences);
    while (open >= 0) {
      line = firstOfText(body, open);
      notes.add(cut(body, open));
      open = lastComment(body, fences);
    }
    Collections.reverse(notes);
    complainAboutOthers(body, fences, problems);
    return new SpeakerNotes(line, String.join("\n\n", notes), body);
  }

  /** The index of the line on which the comment begins that ends the slide, or -1. */
  private static int lastComment(List<Line> body, Fences fences) {
    while (!body.isEmpty() && body.getLast().isBlank()) {
      body.removeLast();
    }
    if (body.isEmpty() || !ends(body.getLast()) || fences.covers(body.getLast())) {
      return -1;
    }
    for (int at = body.size() - 1; at >= 0; at--) {
      Line line = body.get(at);
      String text = at == body.size() - 1 ? withoutClose(line) : line.text();
      int open = text.lastIndexOf(OPEN);
      if (text.indexOf(CLOSE, Math.max(0, open)) >= 0) {
        return -1;
      }
      if (open >= 0) {
        return line.isIndented() || fences.covers(line) ? -1 : at;
      }
    }
    return -1;
  }

  /** The number of the first line with words of the comment that begins there. */
  private static int firstOfText(List<Line> body, int open) {
    Line first = body.get(open);
    boolean isBlank =
        first.text().substring(first.text().lastIndexOf(OPEN) + OPEN.length()).isBlank();
    return isBlank
        ? body.subList(open + 1, body.size()).stream()
            .filter(line -> !line.isBlank())
            .findFirst()
            .orElse(first)
            .number()
        : first.number();
  }

  /** Takes the comment's text out of the body; what stands before it on its line stays. */
  private static String cut(List<Line> body, int from) {
    List<Line> comment = body.subList(from, body.size());
    Line last = comment.getLast();
    comment.set(comment.size() - 1, last.with(withoutClose(last)));
    Line first = comment.getFirst();
    int open = first.text().lastIndexOf(OPEN);
    List<String> lines = new ArrayList<>(comment.stream().map(Line::text).toList());
    lines.set(0, first.text().substring(open + OPEN.length()).strip());
    String head = lines.removeFirst();
    String rest = String.join("\n", lines).stripIndent();
    comment.clear();
    body.add(first.with(first.text().substring(0, open)));
    return (head + "\n" + rest).strip();
  }

  private static boolean ends(Line line) {
    return line.text().stripTrailing().endsWith(CLOSE);
  }

  private static String withoutClose(Line line) {
    String text = line.text().stripTrailing();
    return text.substring(0, text.length() - CLOSE.length());
  }

  private static void complainAboutOthers(List<Line> body, Fences fences, List<Problem> problems) {
    for (Line line : body) {
      if (line.trimmed().startsWith(OPEN) && !line.isIndented() && !fences.covers(line)) {
        problems.add(
            new Problem(
                line.number(),
                "this comment is shown as text; close it with '-->' and put it at the slide's end,"
                    + " where it is the speaker's notes"));
      }
    }
  }
}
