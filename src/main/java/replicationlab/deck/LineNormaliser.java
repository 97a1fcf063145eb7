package replicationlab.deck;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides what plain CommonMark would decide wrongly: which lines are code and psql's tables, what
 * is a heading, how deep a bullet is, and where a list ends. The remaining lines are written so
 * that CommonMark has no choice. Every line keeps its number.
 */
final class LineNormaliser {

  private static final Pattern HEADING = Pattern.compile("(#{1,6})([^#].*|)", Pattern.DOTALL);

  /** "#port = 5432" in a settings file, "#!/bin/sh" in a script. */
  private static final Pattern COMMENTED_OUT =
      Pattern.compile("#+(!.*|[a-z_][a-z0-9_.]*\\s*=.*)", Pattern.DOTALL);

  /** One or two dashes under a paragraph would make a heading of it. */
  private static final Pattern SHORT_UNDERLINE = Pattern.compile("-{1,2}|={1,2}");

  private final List<Line> slide;
  private final List<String> texts;
  private final Fences fences;
  private final List<Chunk> chunks = new ArrayList<>();
  private final List<Line> text = new ArrayList<>();
  private final ListIndent list = new ListIndent();
  private int level;
  private boolean holdsItems;

  private LineNormaliser(List<Line> slide, Fences fences) {
    this.slide = slide;
    this.texts = slide.stream().map(Line::text).toList();
    this.fences = fences;
  }

  static List<Chunk> normalise(List<Line> slide, Fences fences) {
    LineNormaliser normaliser = new LineNormaliser(slide, fences);
    int at = 0;
    while (at < slide.size()) {
      at = normaliser.take(at);
    }
    normaliser.flush();
    return normaliser.chunks;
  }

  /** Takes one line or one block of lines; returns the index of the next line. */
  private int take(int at) {
    Line line = slide.get(at);
    Fences.Fence fence = fences.openedAt(line.number());
    if (fence != null) {
      return fenced(at, fence);
    }
    if (line.isBlank()) {
      text.add(line.with(""));
      return at + 1;
    }
    int tableEnd = tableEnd(at);
    if (tableEnd > at) {
      flush();
      list.end();
      chunks.add(new Chunk.Table(slide.subList(at, tableEnd)));
      return tableEnd;
    }
    ListMarker item = ListMarker.of(line);
    if (line.isIndented() && (item == null || !list.isOpen())) {
      return indented(at);
    }
    if (item != null && (!afterText() || item.canFollowText())) {
      item(line, item);
    } else {
      prose(line);
    }
    return at + 1;
  }

  private int fenced(int at, Fences.Fence fence) {
    flush();
    List<Line> lines = new ArrayList<>();
    int next = at + 1;
    while (next < slide.size() && slide.get(next).number() <= fence.lastLine()) {
      Line line = slide.get(next++);
      if (!fence.closed() || line.number() < fence.lastLine()) {
        lines.add(line.with(line.without(fence.indent())));
      }
    }
    chunks.add(new Chunk.Verbatim(slide.get(at).number(), fence.info(), lines));
    if (fence.indent() < 2) {
      list.end();
    }
    return next;
  }

  private int indented(int at) {
    flush();
    int end = at;
    int next = at;
    while (next < slide.size() && isCode(slide.get(next))) {
      next++;
      if (!slide.get(next - 1).isBlank()) {
        end = next;
      }
    }
    List<Line> code = slide.subList(at, end);
    int margin = list.isOpen() ? leastIndent(code) : Line.TAB;
    List<Line> lines = code.stream().map(line -> line.with(line.without(margin))).toList();
    chunks.add(new Chunk.Verbatim(lines.getFirst().number(), "", lines));
    return end;
  }

  private boolean isCode(Line line) {
    return (line.isBlank() || line.isIndented()) && !fences.covers(line);
  }

  private static int leastIndent(List<Line> code) {
    return code.stream().filter(line -> !line.isBlank()).mapToInt(Line::indent).min().orElse(0);
  }

  /** A table whose rule is indented is part of a code block, which finds it by itself. */
  private int tableEnd(int at) {
    int end = PsqlTable.end(texts, at);
    boolean isText =
        end > at
            && slide.subList(at, end).stream().noneMatch(fences::covers)
            && slide.subList(at, end).stream().anyMatch(line -> !line.isIndented());
    return isText ? end : -1;
  }

  private void item(Line line, ListMarker item) {
    int depth = list.place(item);
    if (!holdsItems || depth < level) {
      flush();
      level = depth;
      holdsItems = true;
    }
    text.add(
        line.with(" ".repeat(list.column(level)) + item.marker() + " " + item.text() + end(line)));
  }

  private void prose(Line line) {
    String trimmed = line.trimmed();
    String heading = heading(trimmed);
    boolean continuesItem = list.isOpen() && heading == null && line.indent() >= 2;
    if (continuesItem) {
      // After a code block inside an item there is no item to belong to any more.
      int column = holdsItems ? list.textColumn(level) : 0;
      text.add(line.with(" ".repeat(column) + trimmed + end(line)));
      return;
    }
    if (list.isOpen()) {
      list.end();
      text.add(line.with(""));
    }
    if (heading != null) {
      text.add(line.with(heading));
    } else {
      boolean underline = SHORT_UNDERLINE.matcher(trimmed).matches();
      text.add(line.with((underline ? "\\" + trimmed : trimmed) + end(line)));
    }
  }

  /** Two spaces at a line's end say that the next one is a line of its own. */
  private static String end(Line line) {
    return line.text().endsWith("  ") ? "  " : "";
  }

  private static @Nullable String heading(String trimmed) {
    Matcher heading = HEADING.matcher(trimmed);
    if (!heading.matches() || COMMENTED_OUT.matcher(trimmed).matches()) {
      return null;
    }
    return heading.group(1) + " " + heading.group(2).strip();
  }

  private boolean afterText() {
    return !list.isOpen() && !text.isEmpty() && !text.getLast().isBlank();
  }

  private void flush() {
    if (text.stream().anyMatch(line -> !line.isBlank())) {
      chunks.add(new Chunk.Text(List.copyOf(text), level));
    }
    text.clear();
    level = 0;
    holdsItems = false;
  }
}
