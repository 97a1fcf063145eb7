package replicationlab.deck;

import java.util.List;

/** Text with emphasis: spans one after another. */
public record Prose(List<Span> spans) {

  public Prose {
    spans = List.copyOf(spans);
  }

  /** A run of text in one style; {@code target} is a link's address, empty for the other styles. */
  public record Span(Style style, String text, String target) {}

  /** How a span is set. */
  public enum Style {
    PLAIN,
    STRONG,
    EMPHASIS,
    CODE,
    LINK
  }

  /** The words without markup. */
  public String text() {
    return String.join("", spans.stream().map(Span::text).toList());
  }

  /** Text in no particular style. */
  public static Prose plain(String text) {
    return new Prose(List.of(new Span(Style.PLAIN, text, "")));
  }
}
