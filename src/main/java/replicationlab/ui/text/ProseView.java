package replicationlab.ui.text;

import java.text.Bidi;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import replicationlab.deck.Prose;
import replicationlab.ui.kit.LateTooltip;

/** Running text with emphasis, code words and links; a context menu copies it. */
public final class ProseView extends TextFlow {

  private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=\\s)|(?=\\s)");

  private final Prose prose;

  /** Its letters have no places of their own, so none can be selected; it can be copied. */
  private final boolean fromRightToLeft;

  /** Behind the letters, and in nobody's way. */
  private final Path selection = new Path();

  private int selectionStart;
  private int selectionEnd;

  /** Shows the prose in the font size of its parent. */
  public ProseView(Prose prose) {
    this(prose, TextMark.Finder.NONE);
  }

  /** Shows the prose with some stretches marked. */
  public ProseView(Prose prose, TextMark.Finder marks) {
    this.prose = prose;
    TextStyle.apply(this, "prose");
    selection.setManaged(false);
    selection.setMouseTransparent(true);
    selection.getStyleClass().add("prose-selection");
    fromRightToLeft = isFromRightToLeft(prose.text());
    if (fromRightToLeft
        && !new Bidi(prose.text(), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()) {
      setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
    }
    prose.spans().forEach(span -> addTo(getChildren(), span, marks.in(span.text())));
    setAccessibleText(prose.text());
    setCursor(Cursor.TEXT);
    setOnMousePressed(event -> {
      if (event.isPrimaryButtonDown()) {
        ProseSelection.begin(this, event);
      }
    });
    setOnMouseDragged(event -> {
      ProseSelection selecting = ProseSelection.of(getScene());
      if (selecting != null && !event.isSecondaryButtonDown()) {
        selecting.extend(event);
      }
    });
    setOnContextMenuRequested(event -> {
      menu().show(this, event.getScreenX(), event.getScreenY());
      event.consume();
    });
  }

  private static void addTo(List<Node> nodes, Prose.Span span, List<TextMark> marks) {
    int end = 0;
    for (TextMark mark : marks) {
      add(nodes, span, span.text().substring(end, mark.start()));
      Text marked = text(span, span.text().substring(mark.start(), mark.end()));
      marked.getStyleClass().add(mark.styleClass());
      LateTooltip.set(marked, mark.tooltip());
      nodes.add(marked);
      end = mark.end();
    }
    add(nodes, span, span.text().substring(end));
  }

  private static void add(List<Node> nodes, Prose.Span span, String words) {
    if (words.isEmpty()) {
      return;
    }
    if (isFromRightToLeft(words)) {
      BETWEEN_WORDS.splitAsStream(words).map(word -> piece(span, word)).forEach(nodes::add);
    } else {
      nodes.add(text(span, words));
    }
  }

  /**
   * JavaFX 26 fails where a line is to be broken within what is written from right to left, so each
   * such word is a thing of its own in the line.
   */
  private static Node piece(Prose.Span span, String word) {
    return isFromRightToLeft(word) ? new HBox(text(span, word)) : text(span, word);
  }

  private static boolean isFromRightToLeft(String words) {
    return Bidi.requiresBidi(words.toCharArray(), 0, words.length());
  }

  private static Text text(Prose.Span span, String words) {
    Text text = new Text(words);
    text.getStyleClass()
        .addAll("prose-text", "prose-" + span.style().name().toLowerCase(Locale.ROOT));
    if (span.style() == Prose.Style.LINK) {
      LateTooltip.set(text, span.target());
    }
    return text;
  }

  String text() {
    return prose.text();
  }

  /** The place between two letters that is nearest to a point. */
  int indexAt(double x, double y) {
    return Math.clamp(getHitInfo(new Point2D(x, y)).getInsertionIndex(), 0, text().length());
  }

  /** Marks the letters from one place to another as selected; none if the places are the same. */
  void select(int start, int end) {
    selectionStart = fromRightToLeft ? 0 : start;
    selectionEnd = fromRightToLeft ? 0 : end;
    if (selectionStart == selectionEnd) {
      getChildren().remove(selection);
      return;
    }
    selection.getElements().setAll(getRangeShape(start, end, false));
    if (!getChildren().contains(selection)) {
      getChildren().addFirst(selection);
    }
  }

  String selected() {
    return text().substring(selectionStart, selectionEnd);
  }

  private ContextMenu menu() {
    ProseSelection selected = ProseSelection.of(getScene());
    String words = selected == null ? "" : selected.text();
    ContextMenu menu =
        words.isEmpty()
            ? new ContextMenu(item("Copy", prose.text()))
            : new ContextMenu(item("Copy", words), item("Copy the paragraph", prose.text()));
    prose.spans().stream()
        .filter(span -> span.style() == Prose.Style.LINK)
        .map(span -> item("Copy " + span.target(), span.target()))
        .forEach(menu.getItems()::add);
    return menu;
  }

  private static MenuItem item(String label, String copied) {
    MenuItem item = new MenuItem(label);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> {
      ProseSelection.copy(copied);
    });
    return item;
  }
}
