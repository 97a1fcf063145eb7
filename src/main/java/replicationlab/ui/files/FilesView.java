package replicationlab.ui.files;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.config.ConfigProblem;
import replicationlab.ui.kit.BesideOrBelow;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.EmptyState;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.Keyboard;
import replicationlab.ui.kit.LateTooltip;
import replicationlab.ui.kit.Rearranging;
import replicationlab.ui.kit.TextScroll;
import replicationlab.ui.kit.Theme;

/** The editor of both clusters' settings files. */
public final class FilesView extends BorderPane {

  /** Of the pane's height; the rest is for the text. */
  private static final double MOST_FOR_HELP = 0.25;

  /** Below this height, in sizes of the font, the text needs what the sentences around it take. */
  private static final double LOW = 20;

  private static final KeyCombination SAVE =
      new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

  private final FilesViewModel model;
  private final ComboBox<FileChoice> choice = new ComboBox<>();
  private final Label unsaved = new Label("not saved");
  private final Button save;
  private final Button undo;
  private final Button redo;
  private final ToggleButton changes = new ToggleButton("", Icons.CHANGES.node());
  private final HBox diskStrip;
  private final HBox recoveredStrip;
  private final LineHelp help = new LineHelp();
  private final Label leaving = new Label("Tab writes a tab. Esc leaves the text, F7 the editor.");
  private final TextScroll below = new TextScroll(new VBox(help, leaving));
  private final TakenStrip taken;
  private final StackPane middle = new StackPane();
  private final Map<OpenFile, SettingsEditor> editors = new HashMap<>();
  private @Nullable SettingsEditor editor;

  /** A view of a model. */
  public FilesView(FilesViewModel model) {
    this.model = model;
    save = Buttons.pictured(Icons.SAVE, "Save (Ctrl+S)", model::save);
    save.setId("save");
    undo = Buttons.pictured(Icons.UNDO, "Undo (Ctrl+Z)", () -> withEditor(e -> e.area().undo()));
    redo =
        Buttons.pictured(Icons.REDO, "Redo (Ctrl+Shift+Z)", () -> withEditor(e -> e.area().redo()));
    taken = new TakenStrip(model);
    diskStrip = diskStrip();
    recoveredStrip = recoveredStrip();
    unsaved.getStyleClass().add("unsaved");
    unsaved.setMinWidth(USE_PREF_SIZE);
    unsaved.managedProperty().bind(unsaved.visibleProperty());
    getStyleClass().add("files-view");
    getStylesheets().add(Theme.sheet(FilesView.class, "files.css"));
    setTop(new VBox(header(), taken, diskStrip, recoveredStrip));
    setCenter(middle);
    leaving.getStyleClass().add("leaving");
    leaving.setMaxWidth(Double.MAX_VALUE);
    leaving.setWrapText(true);
    leaving.setMinHeight(USE_PREF_SIZE);
    leaving.visibleProperty().bind(help.visibleProperty());
    leaving.managedProperty().bind(leaving.visibleProperty());
    below.setAccessibleText("About the setting");
    below.maxHeightProperty().bind(heightProperty().multiply(MOST_FOR_HELP));
    below.managedProperty().bind(below.visibleProperty());
    setBottom(below);
    middle.setMinHeight(0);
    Rearranging.when(this::fit, heightProperty(), help.fontProperty());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    model.currentProperty().addListener((property, was, is) -> show(is));
    model.knownProperty().addListener((property, was, is) -> arrange());
    model.lineProperty().addListener((property, was, is) -> goTo(is));
    model.liveProperty().addListener((property, was, is) -> explain());
    show(model.currentProperty().get());
    // What led here may have said so before there was a view.
    goTo(model.lineProperty().get());
  }

  /** Gives the text the keyboard. */
  public void takeFocus() {
    Keyboard.give(() -> editor == null ? choice : editor.area());
  }

  private void fit() {
    boolean low = getHeight() < LOW * help.fontProperty().get().getSize();
    taken.setBrief(low);
    below.setVisible(!low || help.warns());
  }

  private interface Use {
    void of(SettingsEditor editor);
  }

  private void withEditor(Use use) {
    SettingsEditor now = editor;
    if (now != null) {
      use.of(now);
    }
  }

  private Node header() {
    choice.setItems(model.choices());
    choice.setId("file-choice");
    choice.setConverter(new FileNames());
    choice.setAccessibleText("The file to edit");
    choice.setPromptText("No file yet");
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.setVisibleRowCount(12);
    choice.setOnAction(event -> {
      FileChoice chosen = choice.getValue();
      if (chosen != null) {
        model.select(chosen);
      }
    });
    LateTooltip.set(changes, "What differs from the sample that came with PostgreSQL");
    changes.setAccessibleText("What differs from the sample");
    changes.getStyleClass().addAll("flat", "small", "button-icon", "pictured");
    changes.setId("changes");
    changes.selectedProperty().addListener((property, was, is) -> arrange());
    Button find =
        Buttons.pictured(Icons.FIND, "Find (Ctrl+F)", () -> withEditor(SettingsEditor::find));
    HBox tools = new HBox(unsaved, save, undo, redo, find, changes);
    tools.setAlignment(Pos.CENTER_LEFT);
    tools.getStyleClass().add("files-tools");
    BesideOrBelow header = new BesideOrBelow(choice, tools);
    header.getStyleClass().add("files-header");
    return header;
  }

  private HBox diskStrip() {
    Button theirs = new Button("Take what is on the disk");
    theirs.setOnAction(event -> model.revert());
    Button mine = new Button("Keep mine");
    mine.setOnAction(event -> model.keepMine());
    return strip(
        "changed-on-disk",
        "Somebody else has written this file meanwhile; nothing of yours is saved.",
        theirs,
        mine);
  }

  private HBox recoveredStrip() {
    Button discard = new Button("Discard it");
    discard.setId("discard-recovered");
    discard.setOnAction(event -> model.revert());
    Button keep = new Button("Save it");
    keep.setOnAction(event -> model.save());
    return strip(
        "recovered", "You had typed this and not saved it when the lab was ended.", discard, keep);
  }

  private static HBox strip(String id, String text, Button... buttons) {
    Label words = new Label(text, Icons.WARNING.node("warning"));
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox strip = new HBox(words);
    for (Button button : buttons) {
      button.getStyleClass().add("small");
      button.setMinWidth(USE_PREF_SIZE);
      strip.getChildren().add(button);
    }
    strip.setId(id);
    strip.setAlignment(Pos.CENTER_LEFT);
    strip.getStyleClass().addAll("line", "disk-strip");
    strip.managedProperty().bind(strip.visibleProperty());
    return strip;
  }

  private void show(@Nullable OpenFile file) {
    unsaved.visibleProperty().unbind();
    save.disableProperty().unbind();
    diskStrip.visibleProperty().unbind();
    recoveredStrip.visibleProperty().unbind();
    if (file == null) {
      editors.clear();
      editor = null;
      unsaved.setVisible(false);
      diskStrip.setVisible(false);
      recoveredStrip.setVisible(false);
      save.setDisable(true);
      arrange();
      return;
    }
    SettingsEditor shown = editors.computeIfAbsent(file, this::editorFor);
    editor = shown;
    choice.setValue(file.choice());
    unsaved.visibleProperty().bind(file.dirtyProperty());
    save.disableProperty().bind(file.dirtyProperty().not().or(file.changedOnDiskProperty()));
    diskStrip.visibleProperty().bind(file.changedOnDiskProperty());
    recoveredStrip
        .visibleProperty()
        .bind(file.recoveredProperty().and(file.changedOnDiskProperty().not()));
    undo.setDisable(!shown.area().isEditable());
    redo.setDisable(!shown.area().isEditable());
    arrange();
    explain();
  }

  private SettingsEditor editorFor(OpenFile file) {
    SettingsEditor made = new SettingsEditor(file, model::parameters);
    made.onLine(line -> explain());
    file.problemsProperty().addListener((property, was, is) -> explain());
    file.comparisonProperty().addListener((property, was, is) -> arrange());
    return made;
  }

  private void arrange() {
    OpenFile file = model.currentProperty().get();
    SettingsEditor now = editor;
    help.setVisible(now != null);
    if (file == null || now == null) {
      middle
          .getChildren()
          .setAll(
              new EmptyState(
                  Icons.FILE,
                  model.knownProperty().get()
                      ? "There is no settings file yet. The lab's first step makes the cluster,"
                          + " and with it its files."
                      : "Looking for the lab's settings files…"));
    } else if (changes.isSelected()) {
      middle.getChildren().setAll(ChangesView.of(file.comparisonProperty().get().diff()));
    } else if (!middle.getChildren().equals(List.of(now))) {
      middle.getChildren().setAll(now);
    }
  }

  private void explain() {
    OpenFile file = model.currentProperty().get();
    SettingsEditor now = editor;
    if (file == null || now == null) {
      return;
    }
    ConfigProblem problem = now.problemHere();
    help.show(file.choice().kind(), now.lineHere(), model.parameters());
    help.show(
        problem,
        () -> {
          if (problem != null && problem.fix() != null) {
            now.replaceLine(problem.line(), Objects.requireNonNull(problem.fix()));
          }
        });
    fit();
  }

  private void goTo(@Nullable Integer line) {
    if (line != null) {
      changes.setSelected(false);
      withEditor(shown -> shown.goTo(line));
    }
  }

  private void key(KeyEvent event) {
    if (SAVE.match(event)) {
      model.save();
      event.consume();
    }
  }
}
