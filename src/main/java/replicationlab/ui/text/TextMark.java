package replicationlab.ui.text;

import java.util.List;

/**
 * A stretch of a text that is shown in a way of its own, and says something under the pointer.
 *
 * @param start the first character, counted from 0
 * @param end before which character it ends
 * @param styleClass for the style sheet
 * @param tooltip what it says
 */
public record TextMark(int start, int end, String styleClass, String tooltip) {

  /** Finds the marks of a text: of a block of code, or of one run of prose. */
  @FunctionalInterface
  public interface Finder {
    /** No marks anywhere. */
    Finder NONE = text -> List.of();

    /** In order, none overlapping another. */
    List<TextMark> in(String text);
  }
}
