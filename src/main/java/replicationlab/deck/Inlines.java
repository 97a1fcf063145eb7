package replicationlab.deck;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import replicationlab.deck.Prose.Span;
import replicationlab.deck.Prose.Style;

/** Reads what stands inside one paragraph, heading or item: text in styles, and pictures. */
final class Inlines {

  /** A piece of a paragraph: prose, or a picture between two pieces of prose. */
  sealed interface Piece {}

  record Words(Prose prose) implements Piece {}

  record Shown(String alt, String target) implements Piece {}

  private final List<Piece> pieces = new ArrayList<>();
  private final List<Span> spans = new ArrayList<>();

  private Inlines() {}

  static List<Piece> of(Node parent) {
    Inlines inlines = new Inlines();
    inlines.readChildren(parent, Style.PLAIN, "");
    inlines.endWords();
    return inlines.pieces;
  }

  // Recursion is bounded: the parser stops nesting inlines at BlockMaker.DEEPEST.
  private void readChildren(Node parent, Style style, String target) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      read(node, style, target);
    }
  }

  private void read(Node node, Style style, String target) {
    switch (node) {
      case Text text -> add(style, text.getLiteral(), target);
      case Code code -> add(style == Style.LINK ? style : Style.CODE, code.getLiteral(), target);
      case HtmlInline html -> add(style, html.getLiteral(), target);
      case SoftLineBreak _ -> add(style, " ", target);
      case HardLineBreak _ -> add(style, "\n", target);
      case Emphasis emphasis -> readChildren(emphasis, inner(style, Style.EMPHASIS), target);
      case StrongEmphasis strong -> readChildren(strong, inner(style, Style.STRONG), target);
      case Link link -> link(link);
      case Image image -> {
        endWords();
        pieces.add(new Shown(alt(image), image.getDestination()));
      }
      default -> readChildren(node, style, target);
    }
  }

  private static Style inner(Style outer, Style own) {
    return outer == Style.LINK ? outer : own;
  }

  private void link(Link link) {
    String target = link.getDestination();
    boolean isBlank =
        link.getFirstChild() instanceof Text text
            && text.getNext() == null
            && text.getLiteral().isBlank();
    if (link.getFirstChild() == null || link.getFirstChild() instanceof Image || isBlank) {
      add(Style.LINK, target, target);
    }
    readChildren(link, Style.LINK, target);
    if (link.getTitle() != null && !link.getTitle().isBlank()) {
      add(Style.PLAIN, " (" + link.getTitle() + ")", "");
    }
  }

  private static String alt(Image image) {
    StringBuilder alt = new StringBuilder();
    for (Piece piece : of(image)) {
      switch (piece) {
        case Words words -> words.prose().spans().forEach(span -> alt.append(withTarget(span)));
        case Shown inner ->
            alt.append(' ').append(inner.alt()).append(' ').append(inner.target()).append(' ');
      }
    }
    if (image.getTitle() != null && !image.getTitle().isBlank()) {
      alt.append(alt.isEmpty() ? "" : " - ").append(image.getTitle());
    }
    return alt.toString().strip();
  }

  /** A span as plain text that still says where a link leads. */
  static String withTarget(Span span) {
    return span.target().isEmpty() || span.target().equals(span.text())
        ? span.text()
        : span.text() + " (" + span.target() + ")";
  }

  private void add(Style style, String text, String target) {
    Span last = spans.isEmpty() ? null : spans.getLast();
    if (last != null && last.style() == style && last.target().equals(target)) {
      spans.set(spans.size() - 1, new Span(style, last.text() + text, target));
    } else if (!text.isEmpty()) {
      spans.add(new Span(style, text, target));
    }
  }

  private void endWords() {
    if (!pieces.isEmpty()) {
      withoutIndent();
    }
    if (spans.stream().anyMatch(span -> !span.text().isBlank())) {
      pieces.add(new Words(new Prose(spans)));
    }
    spans.clear();
  }

  /** After a picture a line begins, and the space that parted the two would indent it. */
  private void withoutIndent() {
    while (!spans.isEmpty() && spans.getFirst().text().isBlank()) {
      spans.removeFirst();
    }
    if (!spans.isEmpty()) {
      Span first = spans.getFirst();
      spans.set(0, new Span(first.style(), first.text().stripLeading(), first.target()));
    }
  }
}
