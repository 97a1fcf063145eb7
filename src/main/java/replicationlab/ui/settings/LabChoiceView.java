package replicationlab.ui.settings;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.cluster.PortPair;
import replicationlab.postgres.install.Installation;
import replicationlab.postgres.install.Program;
import replicationlab.settings.Settings.LabChoice;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.LastFolder;
import replicationlab.ui.kit.LateTooltip;
import replicationlab.ui.kit.Theme;

/**
 * The fields of a lab's choice: PostgreSQL, workspace, ports. What is wrong with them is said below
 * them.
 */
public final class LabChoiceView extends GridPane {

  private final SearchableComboBox<Installation> postgres = new SearchableComboBox<>();
  private final Label lacks = new Label();
  private final TextField workspace = new TextField();
  private final TextField primaryPort = new TextField();
  private final TextField standbyPort = new TextField();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final LastFolder programs = new LastFolder();
  private final LastFolder labs = new LastFolder();
  private final Function<Path, CompletableFuture<Installation>> look;
  private final AddServerViewModel adding;
  private final ToggleButton add = new ToggleButton("Add another version…");
  private final RemoveServer remove;

  /**
   * Shows a choice.
   *
   * @param shownWorkspace the workspace's full path, also where the choice says "the usual one"
   * @param look finds the PostgreSQL in a folder that the user names; fails with a sentence if
   *     there is none
   * @param more what can be added to the installations
   */
  public LabChoiceView(
      List<Installation> installations,
      LabChoice choice,
      Path shownWorkspace,
      Function<Path, CompletableFuture<Installation>> look,
      MoreServers more) {
    this.look = look;
    this.adding = new AddServerViewModel(more, this::take);
    this.remove =
        new RemoveServer(
            postgres,
            more,
            sentence -> {
              problem.set(sentence);
              fitWindow();
            });
    postgres.getItems().setAll(installations);
    postgres.setConverter(new Labels());
    postgres.setMaxWidth(Double.MAX_VALUE);
    postgres.setValue(chosen(installations, choice.postgres()));
    workspace.setText(shownWorkspace.toString());
    workspace.setPrefColumnCount(32);
    primaryPort.setText(Integer.toString(choice.primaryPort()));
    standbyPort.setText(Integer.toString(choice.standbyPort()));
    postgres.setAccessibleText("PostgreSQL");
    workspace.setAccessibleText("Workspace folder");
    primaryPort.setAccessibleText("Primary's port");
    standbyPort.setAccessibleText("Standby's port");
    primaryPort.setPrefColumnCount(6);
    standbyPort.setPrefColumnCount(6);
    postgres.valueProperty().subscribe(this::sayWhatItLacks);
    workspace.textProperty().subscribe(this::validate);
    primaryPort.textProperty().subscribe(this::validate);
    standbyPort.textProperty().subscribe(this::validate);
    getStyleClass().add("lab-choice");
    getStylesheets().add(Theme.sheet(LabChoiceView.class, "lab-choice.css"));
    layOut();
  }

  private void layOut() {
    Button folder = new Button("Choose…", Icons.FOLDER.node());
    folder.setMinWidth(USE_PREF_SIZE);
    folder.setOnAction(event -> chooseFolder());
    Button other = new Button("Other…", Icons.FOLDER.node());
    LateTooltip.set(other, "Use the PostgreSQL in a folder that you name");
    other.setMinWidth(USE_PREF_SIZE);
    other.setOnAction(event -> choosePostgres());
    HBox.setHgrow(postgres, Priority.ALWAYS);
    HBox servers = new HBox(postgres, other);
    servers.getStyleClass().add("ports");
    Button free = new Button("Find free ports");
    free.setMinWidth(USE_PREF_SIZE);
    free.setOnAction(event -> findFreePorts());
    Label and = new Label("and");
    and.setMinWidth(USE_PREF_SIZE);
    HBox ports = new HBox(primaryPort, and, standbyPort, free);
    ports.getStyleClass().add("ports");
    HBox folders = new HBox(workspace, folder);
    folders.getStyleClass().add("ports");
    HBox.setHgrow(workspace, Priority.ALWAYS);
    Label wrong = new Label();
    wrong.textProperty().bind(problem);
    wrong.setWrapText(true);
    wrong.getStyleClass().addAll("danger", "problem");
    lacks.setWrapText(true);
    lacks.getStyleClass().add("lacks");
    ColumnConstraints words = new ColumnConstraints();
    words.setMinWidth(USE_PREF_SIZE);
    ColumnConstraints fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    getColumnConstraints().setAll(words, fields);
    addField(0, "PostgreSQL", servers);
    add(lacks, 1, 1);
    add(anotherVersion(), 1, 2);
    addField(3, "Workspace folder", folders);
    addField(4, "Ports of primary and standby", ports);
    add(wrong, 0, 5, 2, 1);
  }

  private VBox anotherVersion() {
    AddServerView fields = new AddServerView(adding);
    fields.visibleProperty().bind(add.selectedProperty());
    fields.managedProperty().bind(add.selectedProperty());
    add.setGraphic(Icons.DOWNLOAD.node());
    LateTooltip.set(add, "Fetch a PostgreSQL that did not come with the lab");
    add.selectedProperty()
        .subscribe(open -> {
          if (open) {
            adding.refresh();
          } else {
            adding.cancel();
          }
          fitWindow();
        });
    adding.wordsProperty().subscribe(words -> fitWindow());
    adding.problemProperty().subscribe(words -> fitWindow());
    HBox buttons = new HBox(add, remove);
    buttons.getStyleClass().add("ports");
    VBox box = new VBox(buttons, fields);
    box.getStyleClass().add("another-version");
    return box;
  }

  /** A dialog does not grow by itself with what it shows. */
  private void fitWindow() {
    if (getScene() != null && getScene().getRoot() instanceof DialogPane) {
      FxThread.run(() -> getScene().getWindow().sizeToScene());
    }
  }

  /** Puts the focus on the first field. */
  public void takeFocus() {
    postgres.requestFocus();
  }

  /** Ends a download that is running; to be called when nobody sees the fields any more. */
  public void close() {
    adding.cancel();
  }

  private void addField(int row, String words, Node field) {
    Label label = new Label(words);
    label.setLabelFor(field);
    addRow(row, label, field);
  }

  private static @Nullable Installation chosen(List<Installation> all, String wish) {
    return all.stream()
        .filter(
            each -> each.bin().toString().equals(wish) || each.version().majorName().equals(wish))
        .findFirst()
        .or(() -> all.stream().findFirst())
        .orElse(null);
  }

  private void sayWhatItLacks(@Nullable Installation installation) {
    validate("");
    if (installation == null) {
      lacks.setText("");
      return;
    }
    Set<Program> missing = installation.lacks();
    lacks.setText(
        missing.isEmpty()
            ? "Has everything that the lab uses."
            : "Lacks "
                + missing.stream().map(Program::command).sorted().collect(Collectors.joining(", "))
                + insteadOfPsql(installation));
  }

  private static String insteadOfPsql(Installation installation) {
    if (installation.borrows(Program.PSQL)) {
      return "; psql is taken from " + installation.program(Program.PSQL).orElseThrow() + ".";
    }
    return installation.lacks().contains(Program.PSQL)
        ? "; the lab's own psql takes the place of psql."
        : ".";
  }

  private void choosePostgres() {
    File chosen =
        programs.openFolder(
            getScene().getWindow(),
            "Choose a folder with initdb, pg_ctl and postgres, or the one above it");
    if (chosen != null) {
      usePostgresIn(chosen.toPath());
    }
  }

  /** Looks into a folder that the user named and takes what is there. */
  void usePostgresIn(Path folder) {
    var _ =
        look.apply(folder)
            .whenCompleteAsync((found, failure) -> takeNamed(found, failure), FxThread::run);
  }

  private void takeNamed(@Nullable Installation found, @Nullable Throwable failure) {
    if (found != null) {
      take(found);
    } else if (failure != null) {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      problem.set(String.valueOf(cause.getMessage()));
    }
  }

  private void take(Installation found) {
    if (!postgres.getItems().contains(found)) {
      postgres.getItems().add(found);
    }
    postgres.setValue(found);
  }

  private void chooseFolder() {
    if (!workspace.getText().isBlank()) {
      labs.chosen(new File(workspace.getText()));
    }
    File chosen =
        labs.openFolder(
            getScene().getWindow(), "Choose an empty folder, or one in which the lab was done");
    if (chosen != null) {
      workspace.setText(chosen.toString());
    }
  }

  private void findFreePorts() {
    PortPair free = PortPair.OF_THE_COURSE.nearestFree();
    primaryPort.setText(Integer.toString(free.primary()));
    standbyPort.setText(Integer.toString(free.standby()));
  }

  private void validate(@Nullable String unused) {
    problem.set("");
    if (postgres.getValue() == null) {
      problem.set("No PostgreSQL was found on this machine; install one, then choose again.");
      return;
    }
    if (!postgres.getValue().canRunServers()) {
      problem.set("This PostgreSQL has no server to run; choose another.");
      return;
    }
    if (workspace.getText().isBlank()) {
      problem.set("Name a folder for the lab; it is made if it does not exist.");
      return;
    }
    try {
      ports();
    } catch (IllegalArgumentException e) {
      // Its own words are about a pair in one field, with a comma.
      problem.set("Ports are two different numbers from 1 to 65535, such as 5432 and 5433.");
    }
  }

  private PortPair ports() {
    return PortPair.parse(primaryPort.getText() + "," + standbyPort.getText());
  }

  /** What is wrong with the fields, as a sentence; empty when nothing is. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What the fields say now; only when nothing is wrong with them. */
  public LabChoice choice() {
    PortPair ports = ports();
    Installation installation = postgres.getValue();
    String wish = installation == null ? "" : installation.bin().toString();
    return new LabChoice(workspace.getText().strip(), wish, ports.primary(), ports.standby());
  }

  private static final class Labels extends StringConverter<Installation> {
    @Override
    public String toString(@Nullable Installation installation) {
      return installation == null ? "" : installation.label();
    }

    @Override
    public @Nullable Installation fromString(String text) {
      return null;
    }
  }
}
