package replicationlab.ui.slidelab;

import java.util.Collection;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.util.Subscription;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.model.StyledDocument;
import replicationlab.ui.kit.WhileShown;

/** The rows, large, with their signs at the left; text can be selected. */
final class PrintedArea extends CodeArea {

  private final ObservableList<Row> rows;

  PrintedArea(ObservableList<Row> rows) {
    this.rows = rows;
    getStyleClass().add("printed");
    setEditable(false);
    setWrapText(true);
    setAccessibleText("What the slide's code did");
    setParagraphGraphicFactory(this::sign);
    WhileShown.subscribe(this, this::subscribe);
  }

  private Subscription subscribe() {
    ListChangeListener<Row> listener = this::changed;
    rows.addListener(listener);
    showAll();
    return () -> rows.removeListener(listener);
  }

  private void changed(ListChangeListener.Change<? extends Row> change) {
    boolean appended = change.next() && change.wasAdded() && !change.wasRemoved();
    int from = appended ? change.getFrom() : 0;
    if (!appended || from == 0 || change.getTo() != rows.size() || change.next()) {
      showAll();
      return;
    }
    append(document(rows.subList(from, rows.size()), true));
    moveTo(getLength());
    requestFollowCaret();
  }

  private void showAll() {
    replace(document(rows, false));
    boolean ended = rows.stream().anyMatch(row -> row.kind() == Row.Kind.SAME);
    moveTo(ended ? 0 : getLength());
    requestFollowCaret();
  }

  /**
   * All at once: a change of a single line's style costs as much as that of all of them.
   *
   * @param onNewLine whether it begins with the end of the line before
   */
  private static StyledDocument<Collection<String>, String, Collection<String>> document(
      List<Row> some, boolean onNewLine) {
    ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>> builder =
        new ReadOnlyStyledDocumentBuilder<>(SegmentOps.styledTextOps(), List.of());
    if (onNewLine) {
      builder.addParagraph("", List.of(), List.of());
    }
    some.forEach(row ->
        builder.addParagraph(
            row.text().replace('\n', ' '), List.of(), List.of(row.kind().styleClass())));
    if (some.isEmpty()) {
      builder.addParagraph("", List.of(), List.of());
    }
    return builder.build();
  }

  private Node sign(int paragraph) {
    Label sign = new Label(paragraph < rows.size() ? rows.get(paragraph).kind().sign() : "");
    sign.getStyleClass().add("row-sign");
    if (paragraph < rows.size()) {
      sign.getStyleClass().add(rows.get(paragraph).kind().styleClass() + "-sign");
    }
    return sign;
  }
}
