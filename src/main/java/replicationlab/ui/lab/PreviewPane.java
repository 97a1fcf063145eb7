package replicationlab.ui.lab;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import replicationlab.lab.Action;
import replicationlab.run.Preview;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.CodeBox;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.LateTooltip;

/** What one action will do: the exact command or change, and what it touches. */
final class PreviewPane extends VBox {

  /**
   * @param links lead to the terminal's prompt and to the editor
   */
  PreviewPane(Preview preview, LabLinks links) {
    getStyleClass().add("preview");
    Label caption = new Label(caption(preview.action()));
    caption.setWrapText(true);
    caption.getStyleClass().add("caption");
    getChildren().addAll(caption, what(preview, links.type()));
    String file = fileOf(preview.action());
    if (!file.isEmpty()) {
      getChildren().add(editLink(file, DiffView.line(preview.diff()), links.edit()));
    }
    FlowPane chips = chips(preview);
    if (!chips.getChildren().isEmpty()) {
      getChildren().add(chips);
    }
  }

  private static String caption(Action action) {
    return switch (action) {
      case Action.Command command ->
          command.refusalExpected() ? "Command, meant to be refused" : "Command";
      case Action.Statement statement ->
          "SQL on the " + statement.on().word() + ", in a session that stays open";
      case Action.Settings settings -> "Change to " + settings.file();
      case Action.HbaLines lines -> "Change to " + lines.file();
      case Action.Replacement line -> "Change to " + line.file();
      case Action.Permissions mode -> "Permissions of " + mode.file();
    };
  }

  private static String fileOf(Action action) {
    return switch (action) {
      case Action.Settings settings -> settings.file();
      case Action.HbaLines lines -> lines.file();
      case Action.Replacement replacement -> replacement.file();
      case Action.Command _, Action.Statement _, Action.Permissions _ -> "";
    };
  }

  private static Node editLink(String file, int line, ObjIntConsumer<String> edit) {
    Hyperlink link = new Hyperlink("Edit it yourself", Icons.EDIT.node());
    LateTooltip.set(link, "Open " + file + " in the editor; then press Check only");
    link.setOnAction(event -> {
      link.setVisited(false);
      edit.accept(file, line);
    });
    return link;
  }

  private static Node what(Preview preview, Consumer<String> type) {
    boolean edits =
        switch (preview.action()) {
          case Action.Settings _, Action.HbaLines _, Action.Replacement _ -> true;
          case Action.Command _, Action.Statement _, Action.Permissions _ -> false;
        };
    if (preview.action() instanceof Action.Command) {
      String command = preview.text().strip();
      return new CodeBox(
          command,
          Buttons.pictured(
              Icons.TERMINAL,
              "Type it into the terminal; you press Enter there",
              () -> type.accept(command)));
    }
    if (!edits) {
      return new CodeBox(preview.text().strip());
    }
    if (!preview.diff().isEmpty()) {
      return new DiffView(preview.diff());
    }
    Label already = new Label("The file has these lines already.");
    already.getStyleClass().add("already");
    already.setWrapText(true);
    VBox both = new VBox(new CodeBox(preview.text().strip()), already);
    both.getStyleClass().add("preview");
    return both;
  }

  private static FlowPane chips(Preview preview) {
    FlowPane chips = new FlowPane();
    chips.getStyleClass().add("chips");
    add(chips, Icons.FILE, preview.files());
    add(chips, Icons.PORT, preview.ports().stream().map(port -> "port " + port).toList());
    add(chips, Icons.PROCESS, preview.processes());
    return chips;
  }

  private static void add(FlowPane chips, Icons icon, List<String> words) {
    for (String word : words) {
      Label chip = new Label(word, icon.node());
      chip.getStyleClass().add("chip");
      chips.getChildren().add(chip);
    }
  }
}
