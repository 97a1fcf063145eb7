package replicationlab.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import replicationlab.machine.MachineCheck;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.Messages;
import replicationlab.ui.kit.TextScroll;
import replicationlab.ui.machine.MachineView;

/** What the Help menu shows. */
final class HelpDialogs {

  /** The slides' own keys are on their map, which F1 shows when the slide has the keyboard. */
  private static final List<List<String>> KEYS =
      List.of(
          List.of("F1, ?", "on the slide: the map of the slides' keys"),
          List.of("F5, Esc", "the slide alone on the whole screen, and back"),
          List.of("F2, F3, F4, F8", "show or hide course, lab, checker, console"),
          List.of("Alt+Home", "the home page: course, labs, where you were"),
          List.of("Ctrl+Comma", "the settings"),
          List.of("Ctrl+R", "all slides as one page to read"),
          List.of("F7", "to the terminal, and from there back to the slide"),
          List.of("Ctrl+Shift+C, Ctrl+Shift+V", "copy and paste in the terminal"),
          List.of("Ctrl+Enter", "run or check the lab's open step, or go on from it"),
          List.of("Ctrl+H", "the next hint for the open step"),
          List.of("F6, Shift+F6", "next step, step before"),
          List.of("Ctrl+B", "from a slide back to the open step"),
          List.of("Ctrl+Shift+Enter", "run all steps"),
          List.of("F9", "check the standby"),
          List.of("Ctrl+O", "open a deck"),
          List.of("Ctrl+Plus, Ctrl+Minus, Ctrl+0", "bigger, smaller, usual text"),
          List.of("Ctrl+E, Ctrl+I", "the settings files, the configuration X-ray"),
          List.of("Ctrl+S, Ctrl+Space", "save the file, complete what is typed"),
          List.of("Esc", "leave the text of the file, where Tab writes a tab"),
          List.of("Ctrl+F", "find in the console or the file"));

  /** A dialog leaves no room around what scrolls in it. */
  private static final Insets AROUND = new Insets(8, 20, 8, 20);

  private HelpDialogs() {}

  static void keys(Stage owner) {
    GridPane table = new GridPane();
    table.setHgap(24);
    table.setVgap(8);
    table.setPadding(AROUND);
    for (List<String> row : KEYS) {
      Label key = new Label(row.getFirst());
      key.getStyleClass().add("key");
      Label meaning = new Label(row.getLast());
      for (Label label : List.of(key, meaning)) {
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
      }
      table.addRow(table.getRowCount(), key, meaning);
    }
    // With big text the table is higher than a small screen.
    ScrollPane scroll = new ScrollPane(table);
    scroll.setFitToWidth(true);
    show(owner, "Keys", scroll);
  }

  /**
   * @param legal the files with the licences of what is shipped; none unless the program is packed
   */
  static void about(Stage owner, List<Path> legal) {
    String version = HelpDialogs.class.getPackage().getImplementationVersion();
    Label words =
        new Label(
            "Replication Lab "
                + (version == null ? "as built from its source" : version)
                + "\n\n"
                + "A training lab for PostgreSQL high availability: read the course, build a"
                + " standby from real servers, and let the checker prove it.\n\n"
                + "The bundled PostgreSQL servers are under the PostgreSQL licence."
                + (legal.isEmpty()
                    ? " The licences of everything else are put together when it is packaged."
                    : ""));
    words.setWrapText(true);
    words.setPrefWidth(620);
    // A dialog asks for its content's height as if every sentence had a line for itself.
    words.setMinHeight(Label.USE_PREF_SIZE);
    VBox content = new VBox(12, words);
    content.setPadding(AROUND);
    legal.forEach(file -> content.getChildren().add(new TitledPane(heading(file), text(file))));
    ScrollPane scroll = new TextScroll(content);
    show(owner, "About Replication Lab", scroll);
  }

  private static String heading(Path file) {
    return file.getFileName().toString().startsWith("sbom")
        ? "Bill of materials (CycloneDX)"
        : "What is shipped, and under which licence";
  }

  private static TextArea text(Path file) {
    TextArea text = new TextArea();
    text.setEditable(false);
    text.setPrefRowCount(12);
    try {
      text.setText(Files.readString(file));
    } catch (IOException e) {
      text.setText(file + " cannot be read: " + e.getMessage());
    }
    return text;
  }

  static void machine(Stage owner, Supplier<MachineCheck> check) {
    MachineView view =
        new MachineView(check, task -> Thread.ofVirtual().name("machine check").start(task));
    view.setPrefSize(640, 560);
    show(owner, "Check this machine", view);
  }

  private static void show(Stage owner, String title, Node content) {
    Dialog<ButtonType> dialog = new Alert(Alert.AlertType.INFORMATION);
    dialog.initOwner(owner);
    dialog.setTitle(title);
    dialog.setHeaderText(title);
    dialog.setGraphic(null);
    dialog.setResizable(true);
    dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
    dialog.getDialogPane().setContent(content);
    dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
    Buttons.whole(dialog.getDialogPane());
    Messages.centre(dialog, owner);
    dialog.showAndWait();
  }
}
