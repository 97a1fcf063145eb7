package replicationlab.ui.lab;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import replicationlab.progress.Tally;
import replicationlab.settings.Settings;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.LateTooltip;
import replicationlab.ui.kit.Rearranging;

/** The lab's title, its server, how far it is, and what concerns all steps. */
final class LabHeader extends VBox {

  /** In a narrower pane, in sizes of the font, the last of its buttons would be cut off. */
  private static final double ROOM_FOR_WORDS = 29.3;

  /** And in this the two ways and what concerns all steps have each a row of their own. */
  private static final double ROOM_FOR_ONE_ROW = 21;

  private final Label count = new Label();

  /**
   * @param low whether there is no room to spare: one row is left then, and the steps get the rest
   */
  LabHeader(LabViewModel model, LabLinks links, ObservableBooleanValue low) {
    BooleanBinding high = Bindings.not(low);
    Label title = new Label(model.title());
    title.getStyleClass().add("lab-title");
    title.setMinWidth(0);
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    show(title, high);

    Label about = new Label();
    about.textProperty().bind(model.tallyProperty().map(tally -> about(model, tally)));
    about.setId("tally");
    about.getStyleClass().add("muted");
    show(about, high);
    // A path of an installation can be long: it gives way, and the tooltip has it whole.
    about.setMinWidth(0);
    LateTooltip.follow(about, about.textProperty());

    int all = model.states().size();
    ProgressBar bar = new ProgressBar();
    bar.progressProperty()
        .bind(model.tallyProperty().map(tally -> tally.passed() / (double) Math.max(1, all)));
    bar.setMaxWidth(Double.MAX_VALUE);
    // What grows is the bar, and only after the words have their room.
    bar.setMinWidth(15);
    bar.setPrefWidth(15);
    // A stub of a bar tells nothing that the words beside it do not.
    bar.visibleProperty().bind(bar.widthProperty().greaterThan(30));
    HBox.setHgrow(bar, Priority.ALWAYS);
    count.textProperty().bind(model.tallyProperty().map(Tally::ofAll));
    count.setId("progress");
    count.setMinWidth(USE_PREF_SIZE);
    StackPane runAll = runAll(model, all, narrowerThan(ROOM_FOR_WORDS, count));
    show(runAll, high);
    WaySwitch way = new WaySwitch(model.wayProperty());
    HBox row = row(way, bar, count, runAll, menu(model, links));
    HBox above = row();
    Rearranging.when(
        () -> place(way, isNarrowerThan(ROOM_FOR_ONE_ROW, count), above, row),
        widthProperty(),
        count.fontProperty());
    above.managedProperty().bind(above.visibleProperty());

    Label finished =
        new Label(
            "Finished. What comes next: break it on purpose and mend it, in Drills beside this"
                + " pane; and Lab → Export evidence… keeps what you did.");
    finished.setId("finished");
    finished.setWrapText(true);
    finished.setMinHeight(USE_PREF_SIZE);
    finished.getStyleClass().add("muted");
    show(
        finished,
        Bindings.createBooleanBinding(
            () -> high.get() && all > 0 && model.tallyProperty().get().passed() == all,
            high,
            model.tallyProperty()));

    Label trouble = new Label();
    trouble.setWrapText(true);
    trouble.textProperty().bind(model.troubleProperty());
    trouble.getStyleClass().add("trouble");
    trouble.visibleProperty().bind(model.troubleProperty().isNotEmpty());
    trouble.managedProperty().bind(trouble.visibleProperty());
    // Else it would be as wide as its words want, whatever the pane has.
    setMinWidth(0);
    getStyleClass().add("lab-header");
    getChildren().addAll(title, about, above, row, finished, trouble);
  }

  private static void place(WaySwitch way, boolean narrow, HBox above, HBox row) {
    above.setVisible(narrow);
    if (narrow && row.getChildren().remove(way)) {
      above.getChildren().add(way);
    } else if (!narrow && above.getChildren().remove(way)) {
      row.getChildren().addFirst(way);
    }
  }

  /** The font of its words, by whose size its owner tells how much room there is. */
  ReadOnlyObjectProperty<Font> fontProperty() {
    return count.fontProperty();
  }

  private static HBox row(Node... nodes) {
    HBox row = new HBox(nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("row");
    return row;
  }

  /** Whether the header has room for less than so many times the size of its font. */
  private BooleanBinding narrowerThan(double sizes, Label words) {
    return Bindings.createBooleanBinding(
        () -> isNarrowerThan(sizes, words), widthProperty(), words.fontProperty());
  }

  private boolean isNarrowerThan(double sizes, Label words) {
    return getWidth() < sizes * words.getFont().getSize();
  }

  private static void show(Node node, BooleanBinding when) {
    node.visibleProperty().bind(when);
    node.managedProperty().bind(when);
  }

  private static String about(LabViewModel model, Tally tally) {
    String ways = tally.ways();
    return "PostgreSQL " + model.postgres() + (ways.isEmpty() ? "" : " · " + ways);
  }

  /** To have everything done is no help for those who want to find the way. */
  private static StackPane runAll(LabViewModel model, int all, BooleanBinding narrow) {
    Button runAll =
        Buttons.labelled(
            Icons.RUN_ALL, "Run all", "Run every step that has not passed", model::runAll);
    runAll.setId("run-all");
    runAll
        .visibleProperty()
        .bind(
            model.runningProperty().not().and(model.wayProperty().isEqualTo(Settings.Way.GUIDED)));
    runAll.disableProperty().bind(model.tallyProperty().map(tally -> tally.passed() >= all));
    runAll.setMinWidth(USE_PREF_SIZE);
    Button cancel = Buttons.labelled(Icons.CANCEL, "Cancel", "End what runs now", model::cancel);
    cancel.setMaxWidth(Double.MAX_VALUE);
    cancel.visibleProperty().bind(model.runningProperty());
    for (Button button : List.of(runAll, cancel)) {
      // The tooltip has the words.
      button
          .contentDisplayProperty()
          .bind(
              Bindings.when(narrow)
                  .then(ContentDisplay.GRAPHIC_ONLY)
                  .otherwise(ContentDisplay.LEFT));
    }
    StackPane both = new StackPane(runAll, cancel);
    both.setMinWidth(USE_PREF_SIZE);
    return both;
  }

  private static MenuButton menu(LabViewModel model, LabLinks links) {
    MenuItem all = new MenuItem("Run all steps", Icons.RUN_ALL.node());
    all.setId("run-all-steps");
    all.setOnAction(event -> model.runAll());
    all.disableProperty().bind(model.tallyProperty().map(tally -> tally.passed() >= tally.steps()));
    MenuItem folder = new MenuItem("Open workspace folder", Icons.FOLDER.node());
    folder.setOnAction(event -> links.openWorkspace().run());
    MenuItem reset = new MenuItem("Reset…", Icons.RESET.node());
    reset.setOnAction(event -> links.reset().run());
    BackMenu back = new BackMenu(model, links);
    MovedMenu moved = new MovedMenu(model, links);
    MenuButton menu = new MenuButton("", Icons.MORE.node(), all, back, moved, folder, reset);
    menu.setId("lab-menu");
    menu.setOnShowing(event -> {
      back.refresh();
      moved.refresh();
    });
    LateTooltip.set(menu, "More about this lab");
    menu.setAccessibleText("More about this lab");
    menu.getStyleClass().addAll("flat", "small", "button-icon", "no-arrow", "pictured");
    menu.setMinWidth(USE_PREF_SIZE);
    return menu;
  }
}
