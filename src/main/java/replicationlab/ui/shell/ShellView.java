package replicationlab.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import replicationlab.settings.Settings;
import replicationlab.ui.deck.SlideView;
import replicationlab.ui.diagram.DiagramView;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.Theme;
import replicationlab.ui.present.InkLayer;
import replicationlab.ui.slidelab.SlideRunView;
import replicationlab.ui.text.TextStyle;

/**
 * The window's layout: outline, slide, lab over checker, console below, status bar. Each part but
 * the slide can be hidden, each can be resized or take the whole window.
 */
public final class ShellView extends BorderPane {

  /**
   * The parts, made by those who know them; a dock has the slide, or the lab, and what is beside.
   */
  record Parts(
      MenuBar menu, Node outline, Dock slide, Dock lab, Node checker, Node console, Node status) {}

  private final Parts parts;
  private final PartPane outline;
  private final PartPane slide;
  private final PartPane lab;
  private final PartPane checker;
  private final PartPane console;
  private FractionSplit right = split(Orientation.VERTICAL, "right-split");
  private FractionSplit upper = split(Orientation.HORIZONTAL, "upper-split");
  private FractionSplit all = split(Orientation.VERTICAL, "all-split");
  private Settings.Layout layout;
  private @Nullable Node alone;
  private boolean presenting;
  private Runnable changed = () -> {};

  /** Until somebody draws a divider, each stays at its fraction of whatever size the window has. */
  private boolean untouched = true;

  ShellView(Parts parts, Settings.Layout layout) {
    this.parts = parts;
    this.layout = layout;
    outline = part(Icons.OUTLINE, "Course", parts.outline(), Part.OUTLINE);
    outline.getStyleClass().add("outline-part");
    lab = PartPane.tabbed(parts.lab(), () -> toggleAlone(Part.LAB), () -> show(Part.LAB, false));
    checker = part(Icons.CHECKER, "Checker", parts.checker(), Part.CHECKER);
    console =
        PartPane.tabbed(
            parts.console(), () -> toggleAlone(Part.CONSOLE), () -> show(Part.CONSOLE, false));
    slide = PartPane.tabbed(parts.slide(), () -> toggleAlone(slide()));
    SplitPane.setResizableWithParent(console, false);
    getStyleClass().add("shell");
    getStylesheets()
        .addAll(
            Theme.sheet(ShellView.class, "shell.css"),
            SlideView.SHEET,
            DiagramView.SHEET,
            TextStyle.SHEET,
            SlideRunView.SHEET,
            InkLayer.SHEET);
    // Else one part that wants more width than there is would push all others out of the window.
    setMinSize(0, 0);
    addEventFilter(MouseEvent.MOUSE_PRESSED, event -> untouched = false);
    arrange();
  }

  /** The parts that can be hidden. */
  public enum Part {
    OUTLINE,
    LAB,
    CHECKER,
    CONSOLE
  }

  private FractionSplit split(Orientation orientation, String id) {
    return new FractionSplit(orientation, id, () -> untouched, () -> changed.run());
  }

  private PartPane part(Icons icon, String name, Node content, Part part) {
    PartPane pane =
        PartPane.named(icon, name, content, () -> toggleAlone(part), () -> show(part, false));
    SplitPane.setResizableWithParent(pane, part == Part.LAB || part == Part.CHECKER);
    return pane;
  }

  private PartPane pane(Part part) {
    return switch (part) {
      case OUTLINE -> outline;
      case LAB -> lab;
      case CHECKER -> checker;
      case CONSOLE -> console;
    };
  }

  /** Whether a part is shown. */
  public boolean shows(Part part) {
    return switch (part) {
      case OUTLINE -> layout.outline();
      case LAB -> layout.lab();
      case CHECKER -> layout.checker();
      case CONSOLE -> layout.console();
    };
  }

  /** Shows or hides a part; the others take its place. */
  public void show(Part part, boolean shown) {
    if (shows(part) == shown && alone == null) {
      return;
    }
    layout = current();
    layout =
        new Settings.Layout(
            part == Part.OUTLINE ? shown : layout.outline(),
            part == Part.LAB ? shown : layout.lab(),
            part == Part.CHECKER ? shown : layout.checker(),
            part == Part.CONSOLE ? shown : layout.console(),
            layout.outlineEnd(),
            layout.slideEnd(),
            layout.labEnd(),
            layout.consoleStart());
    alone = null;
    arrange();
  }

  /**
   * Gives the first frame to the slide alone, in its place, and comes up with the other parts in
   * the next: to style and lay them out takes several times as long as the slide.
   *
   * @param then what has time until then
   */
  void slideFirst(Runnable then) {
    List<Runnable> others = Stream.of(outline, lab, checker, console).map(PartPane::lend).toList();
    FxThread.onceDrawn(() -> {
      others.forEach(Runnable::run);
      then.run();
    });
  }

  /** Shows beside the checker's name what it has to say. */
  void noteOnChecker(Label note) {
    checker.note(note);
  }

  private PartPane slide() {
    return slide;
  }

  /** Shows the lab, whatever hides it. */
  void bringLabToFront() {
    if (!shows(Part.LAB) || (alone != null && !alone.equals(lab))) {
      show(Part.LAB, true);
    }
    parts.lab().getSelectionModel().selectFirst();
  }

  /** Shows the drills, which are beside the lab, whatever hides them. */
  void bringDrillsToFront() {
    bringLabToFront();
    Dock.select(parts.lab(), DrillsPane.NAME);
  }

  private void toggleAlone(Part part) {
    toggleAlone(pane(part));
  }

  private void toggleAlone(PartPane pane) {
    layout = current();
    alone = alone == null ? pane : null;
    arrange();
  }

  /** The slide alone, or everything again. */
  public void present(boolean slideAlone) {
    if (presenting == slideAlone) {
      return;
    }
    if (slideAlone) {
      layout = current();
    }
    presenting = slideAlone;
    arrange();
  }

  /** Whether every part is where the layout has it. */
  boolean isWhole() {
    return !presenting && alone == null;
  }

  /** Whether the slide is alone. */
  public boolean isPresenting() {
    return presenting;
  }

  /**
   * @param task is called when the layout to be remembered may have changed
   */
  void onChange(Runnable task) {
    changed = task;
  }

  /** The layout as it is wanted now, for remembering. */
  public Settings.Layout current() {
    if (!isWhole()) {
      return layout;
    }
    return new Settings.Layout(
        layout.outline(),
        layout.lab(),
        layout.checker(),
        layout.console(),
        layout.outline() ? upper.fraction(0) : layout.outlineEnd(),
        showsRight() ? upper.fraction(upper.getDividers().size() - 1) : layout.slideEnd(),
        layout.lab() && layout.checker() ? right.fraction(0) : layout.labEnd(),
        layout.console() ? all.fraction(0) : layout.consoleStart());
  }

  private boolean showsRight() {
    return layout.lab() || layout.checker();
  }

  private void arrange() {
    untouched = true;
    // A node has one parent: take everything out before putting it where it belongs now.
    setCenter(null);
    List.of(right, upper, all).forEach(split -> split.getItems().clear());
    setTop(presenting ? null : parts.menu());
    setBottom(presenting ? null : parts.status());
    Node slideAlone = parts.slide().lendMain(presenting);
    if (presenting) {
      setCenter(slideAlone);
    } else if (alone != null) {
      setCenter(alone);
    } else {
      setCenter(together());
    }
    changed.run();
  }

  private Node together() {
    // A split pane that was used before remembers its old size, and would lay out by it.
    right = split(Orientation.VERTICAL, "right-split");
    upper = split(Orientation.HORIZONTAL, "upper-split");
    all = split(Orientation.VERTICAL, "all-split");
    List<Node> sides = new ArrayList<>();
    if (layout.outline()) {
      sides.add(outline);
    }
    sides.add(slide);
    if (layout.lab()) {
      right.getItems().add(lab);
    }
    if (layout.checker()) {
      right.getItems().add(checker);
    }
    if (showsRight()) {
      sides.add(right);
    }
    upper.getItems().setAll(sides);
    all.getItems().setAll(upper);
    if (layout.console()) {
      all.getItems().add(console);
    }
    placeDividers();
    return all;
  }

  private void placeDividers() {
    double[] columns =
        DoubleStream.concat(
                layout.outline() ? DoubleStream.of(layout.outlineEnd()) : DoubleStream.empty(),
                showsRight() ? DoubleStream.of(layout.slideEnd()) : DoubleStream.empty())
            .toArray();
    upper.place(columns);
    right.place(right.getItems().size() == 2 ? new double[] {layout.labEnd()} : new double[0]);
    all.place(layout.console() ? new double[] {layout.consoleStart()} : new double[0]);
  }
}
