package replicationlab.ui.shell;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import replicationlab.machine.MachineCheck;
import replicationlab.ui.machine.MachineView;

/** What the Help menu shows. */
final class HelpDialogs {

  private static final List<List<String>> KEYS =
      List.of(
          List.of("Right, Space, Page Down", "next step of the slide, then next slide"),
          List.of("Left, Page Up", "back"),
          List.of("Home, End", "first slide, last slide"),
          List.of("a number, then Enter", "that slide"),
          List.of("T", "then or now: slides as of 9.0, or as of the chosen version"),
          List.of("F5, Esc", "the slide alone on the whole screen, and back"),
          List.of("F2, F3, F4, F8", "show or hide outline, lab, checker, console"),
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
          List.of("Ctrl+F", "find in the console or the file"));

  private HelpDialogs() {}

  static void keys(Stage owner) {
    GridPane table = new GridPane();
    table.setHgap(24);
    table.setVgap(8);
    for (List<String> row : KEYS) {
      Label key = new Label(row.getFirst());
      key.getStyleClass().add("key");
      table.addRow(table.getRowCount(), key, new Label(row.getLast()));
    }
    show(owner, "Keys", table);
  }

  static void about(Stage owner) {
    String version = HelpDialogs.class.getPackage().getImplementationVersion();
    Label words =
        new Label(
            "Replication Lab "
                + (version == null ? "" : version)
                + "\n\n"
                + "A training lab for PostgreSQL high availability: read the course, build a"
                + " standby from real servers, and let the checker prove it.\n\n"
                + "The bundled PostgreSQL servers are under the PostgreSQL licence.");
    words.setWrapText(true);
    words.setPrefWidth(420);
    show(owner, "About Replication Lab", words);
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
    dialog.showAndWait();
  }
}
