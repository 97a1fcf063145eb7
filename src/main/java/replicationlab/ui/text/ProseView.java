package replicationlab.ui.text;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import replicationlab.deck.Prose;
import replicationlab.ui.kit.LateTooltip;

/** Running text with emphasis, code words and links; a context menu copies it. */
public final class ProseView extends TextFlow {

  private final Prose prose;

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
    if (!words.isEmpty()) {
      nodes.add(text(span, words));
    }
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
    selectionStart = start;
    selectionEnd = end;
    if (start == end) {
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
