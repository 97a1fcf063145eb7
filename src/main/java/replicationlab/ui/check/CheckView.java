package replicationlab.ui.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import replicationlab.check.CheckResult;
import replicationlab.check.Verdict;
import replicationlab.ui.check.CheckViewModel.Stage;
import replicationlab.ui.kit.BesideOrBelow;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.CheckRow;
import replicationlab.ui.kit.CodeBox;
import replicationlab.ui.kit.EmptyState;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.NextLayout;
import replicationlab.ui.kit.Rearranging;
import replicationlab.ui.kit.Theme;
import replicationlab.ui.kit.VerdictBadge;

/** The proof: its verdict in words, and its rows as they come. */
public final class CheckView extends BorderPane {

  private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

  /** Of the pane's height. */
  private static final double MOST_FOR_HEADER = 0.4;

  private final CheckViewModel model;
  private final Label headline = new Label();
  private final VerdictNote note = new VerdictNote();
  private final BooleanProperty low = new SimpleBooleanProperty(this, "low");
  private final HBox buttons = new HBox();
  private final BesideOrBelow top = new BesideOrBelow(headline, buttons);
  private final VBox list = new VBox();
  private final VBox rows = new VBox();
  private final List<CheckRow> shown = new ArrayList<>();
  private final List<CheckResult> shownResults = new ArrayList<>();
  private final Button check;
  private final Button copy;
  private final Button cancel;
  private final ScrollPane scroll = new ScrollPane(rows);
  private final EmptyState empty;
  private final EmptyState heldBack =
      new EmptyState(
          Icons.CHECKER,
          "A drill is set: say in its pane which rows of the proof will fail. Afterwards the checker"
              + " can be asked again.");
  private final ListChangeListener<CheckResult> onRows = change -> updateRows();
  private final ChangeListener<Stage> onStage = (property, was, is) -> changed(was, is);
  private final ChangeListener<Object> onFresh = (property, was, is) -> updateRows();
  private boolean movedMeanwhile;

  /** A view of the proof. */
  public CheckView(CheckViewModel model) {
    this.model = model;
    headline.setId("headline");
    note.visibleProperty()
        .bind(low.and(sceneProperty().isNotNull()).and(note.textProperty().isNotEmpty()));
    copy =
        Buttons.pictured(
            Icons.COPY, "Copy the proof as text", () -> CodeBox.copy(model.reportText()));
    check = Buttons.labelled(Icons.CHECKER, "Check", "Prove the standby (F9)", model::check);
    cancel =
        Buttons.labelled(Icons.CANCEL, "Cancel", "End what the remedy is doing", model::cancelMend);
    check.setMinWidth(Region.USE_PREF_SIZE);
    check.setId("check");
    cancel.setId("cancel-mend");
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    buttons.getChildren().addAll(copy, check, cancel);
    buttons.setAlignment(Pos.CENTER_LEFT);
    buttons.getStyleClass().add("check-buttons");
    top.getStyleClass().add("check-header");
    list.getStyleClass().add("rows");
    rows.getChildren().add(list);
    scroll.addEventFilter(ScrollEvent.SCROLL, event -> movedMeanwhile = true);
    scroll.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> movedMeanwhile = true);
    scroll.addEventFilter(KeyEvent.KEY_PRESSED, event -> movedMeanwhile = true);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    empty =
        new EmptyState(
            Icons.CHECKER,
            "The standby has not been checked yet. The checker asks both servers and proves, or"
                + " not, that the second follows the first.",
            "Check now",
            model::check);
    scroll.setMinHeight(0);
    setMinSize(0, 0);
    setTop(top);
    StackPane center = new StackPane(empty, heldBack, scroll);
    center.setMinHeight(0);
    setCenter(center);
    getStyleClass().add("check-view");
    getStylesheets().add(Theme.sheet(CheckView.class, "check.css"));
    sceneProperty().addListener((property, was, is) -> showing(is != null));
    Rearranging.when(
        this::placeHeader,
        heightProperty(),
        widthProperty(),
        headline.fontProperty(),
        headline.textProperty());
  }

  /** The verdict in two words, to be shown where it does not scroll away with the rows. */
  public Label note() {
    return note;
  }

  /** In a low pane, or with big text, the sentence scrolls with the rows: both can be read. */
  private void placeHeader() {
    if (getHeight() == 0) {
      return;
    }
    low.set(top.prefHeight(getWidth()) > getHeight() * MOST_FOR_HEADER);
    if (low.get() && getTop() != null) {
      setTop(null);
      rows.getChildren().addFirst(top);
    } else if (!low.get() && getTop() == null) {
      rows.getChildren().remove(top);
      setTop(top);
    }
  }

  private void showing(boolean shows) {
    if (shows) {
      model.rows().addListener(onRows);
      model.stageProperty().addListener(onStage);
      model.freshProperty().addListener(onFresh);
      updateRows();
      updateStage();
    } else {
      model.rows().removeListener(onRows);
      model.stageProperty().removeListener(onStage);
      model.freshProperty().removeListener(onFresh);
    }
  }

  private void changed(Stage was, Stage is) {
    updateStage();
    if (is == Stage.CHECKING) {
      movedMeanwhile = false;
    } else if (was == Stage.CHECKING && is == Stage.CHECKED) {
      NextLayout.after(this, this::revealWhatDidNotPass);
    }
  }

  /**
   * Its cause and remedy are unfolded there; whoever has gone elsewhere meanwhile stays there.
   * Where the verdict scrolls with the rows, that is what is to be seen first.
   */
  private void revealWhatDidNotPass() {
    if (movedMeanwhile || getTop() == null || model.stageProperty().get() != Stage.CHECKED) {
      return;
    }
    for (int i = 0; i < shown.size(); i++) {
      if (shownResults.get(i).verdict() != Verdict.PASSED) {
        reveal(shown.get(i));
        return;
      }
    }
  }

  /** To the top, unless it is seen whole where it is. */
  private void reveal(CheckRow row) {
    scroll.layout();
    double room = scroll.getViewportBounds().getHeight();
    double hidden = rows.getHeight() - room;
    double begins = rows.sceneToLocal(row.localToScene(0, 0)).getY();
    double top = scroll.getVvalue() * Math.max(0, hidden);
    if (hidden > 0 && (begins < top || begins + row.getHeight() > top + room)) {
      scroll.setVvalue(Math.clamp(begins / hidden, 0, 1));
    }
  }

  private void updateStage() {
    boolean held = model.stageProperty().get() == Stage.HELD_BACK;
    boolean never = held || model.stageProperty().get() == Stage.NOT_CHECKED;
    boolean mending = model.stageProperty().get() == Stage.MENDING;
    boolean checking = mending || model.stageProperty().get() == Stage.CHECKING;
    empty.setVisible(never && !held);
    heldBack.setVisible(held);
    scroll.setVisible(!never);
    // The advice says it already.
    top.setVisible(!never);
    top.setManaged(!never);
    check.setDisable(checking);
    check.setVisible(!mending);
    check.setManaged(!mending);
    cancel.setVisible(mending);
    cancel.setManaged(mending);
    list.setDisable(mending);
    copy.setDisable(checking);
    // A shorter sentence meanwhile must not make the rows jump.
    top.setMinHeight(checking ? top.getHeight() : Region.USE_COMPUTED_SIZE);
    headline.setText(model.headline());
    Verdict verdict = model.verdict();
    note.show(verdict, model.stageProperty().get());
    headline.setGraphic(verdict == null ? null : VerdictBadge.icon(verdict).node(style(verdict)));
    top.getStyleClass().removeAll("passed", "failed", "undetermined");
    if (verdict != null) {
      top.getStyleClass().add(style(verdict));
    }
    updateRows();
  }

  /**
   * Replaces only the rows that have changed, so that an opened one stays open and nothing jumps.
   */
  private void updateRows() {
    List<CheckResult> rows = model.rows();
    while (shown.size() > rows.size()) {
      shown.removeLast();
      shownResults.removeLast();
      list.getChildren().removeLast();
    }
    for (int i = 0; i < rows.size(); i++) {
      CheckResult result = rows.get(i);
      if (i == shown.size()) {
        put(i, result, null);
      } else if (!shownResults.get(i).equals(result)) {
        put(i, result, shown.get(i));
      }
      shown.get(i).pseudoClassStateChanged(OLD, i >= model.freshProperty().get());
    }
  }

  private void put(int index, CheckResult result, @Nullable CheckRow before) {
    CheckRow row = new CheckRow(result, model.canMend() ? model::mend : null);
    row.setOpen(before != null && before.isOpen());
    if (before == null) {
      shown.add(row);
      shownResults.add(result);
      list.getChildren().add(row);
    } else {
      shown.set(index, row);
      shownResults.set(index, result);
      list.getChildren().set(index, row);
    }
  }

  private static String style(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }
}
