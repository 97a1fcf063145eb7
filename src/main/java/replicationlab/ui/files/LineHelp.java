package replicationlab.ui.files;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.config.ConfigKind;
import replicationlab.postgres.config.ConfigLexer;
import replicationlab.postgres.config.ConfigProblem;
import replicationlab.postgres.config.Parameter;
import replicationlab.postgres.config.Parameters;
import replicationlab.postgres.config.Token;
import replicationlab.ui.kit.Buttons;
import replicationlab.ui.kit.Icons;

/** Below the text: what the parameter in the caret's line is, and what is wrong with that line. */
final class LineHelp extends VBox {

  private final Label problem = new Label();
  private final Button mend =
      Buttons.labelled(Icons.MEND, "Mend it", "Put the right line here", () -> {});
  private final HBox trouble = new HBox(problem, mend);
  private final Label name = new Label();
  private final Label facts = new Label();

  LineHelp() {
    getStyleClass().add("line-help");
    setId("line-help");
    for (Label label : List.of(problem, name, facts)) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
    }
    name.getStyleClass().add("about-name");
    facts.getStyleClass().add("facts");
    trouble.getStyleClass().add("trouble");
    trouble.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(problem, Priority.ALWAYS);
    problem.setMaxWidth(Double.MAX_VALUE);
    mend.setMinWidth(USE_PREF_SIZE);
    mend.setId("mend");
    mend.managedProperty().bind(mend.visibleProperty());
  }

  void show(ConfigKind kind, String line, Parameters parameters) {
    Parameter parameter = kind.holdsSettings() ? parameter(kind, line, parameters) : null;
    if (parameter == null) {
      name.setText(general(kind));
      facts.setText("");
    } else {
      name.setText(parameter.name() + ": " + parameter.description());
      facts.setText(facts(parameter));
    }
    refresh();
  }

  void show(@Nullable ConfigProblem found, Runnable fix) {
    problem.setText(found == null ? "" : found.sentence());
    boolean error = found != null && found.severity() == ConfigProblem.Severity.ERROR;
    problem.setGraphic(
        found == null
            ? null
            : (error ? Icons.FAILED : Icons.WARNING).node(error ? "error" : "warning"));
    mend.setVisible(found != null && found.fix() != null);
    mend.setOnAction(event -> fix.run());
    refresh();
  }

  /** The font of its words, by whose size its owner tells how much room there is. */
  ReadOnlyObjectProperty<Font> fontProperty() {
    return name.fontProperty();
  }

  /** Whether something is wrong with the line. */
  boolean warns() {
    return !problem.getText().isEmpty();
  }

  private void refresh() {
    getChildren().clear();
    if (!problem.getText().isEmpty()) {
      getChildren().add(trouble);
    }
    getChildren().add(name);
    if (!facts.getText().isEmpty()) {
      getChildren().add(facts);
    }
  }

  private static @Nullable Parameter parameter(
      ConfigKind kind, String line, Parameters parameters) {
    // A sample that is commented out is worth explaining as well.
    String counting = line.startsWith("#") ? line.substring(1) : line;
    return ConfigLexer.line(kind, counting).stream()
        .filter(token -> token.kind() == Token.Kind.NAME)
        .findFirst()
        .flatMap(token -> parameters.find(token.in(counting)))
        .orElse(null);
  }

  private static String general(ConfigKind kind) {
    return switch (kind) {
      case POSTGRESQL -> "Put the caret on a setting to read about it. Ctrl+Space completes.";
      case AUTO -> ConfigKind.AUTO.readOnlyBecause();
      case HBA ->
          "Type, database, user, address, method: the first line that fits a connection decides."
              + " Ctrl+Space completes.";
      case RECOVERY -> "Read once, when the server starts. Ctrl+Space completes.";
      case IDENT -> "Map name, the system's user, the database's user.";
    };
  }

  private static String facts(Parameter parameter) {
    List<String> facts = new ArrayList<>();
    add(facts, "allowed: ", parameter.allowed());
    add(facts, "default: ", parameter.byDefault());
    add(facts, "now: ", parameter.now());
    add(facts, "", parameter.whenTaken());
    return String.join("  ·  ", facts);
  }

  private static void add(List<String> facts, String name, String value) {
    if (!value.isEmpty()) {
      facts.add(name + value);
    }
  }
}
