package replicationlab.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.postgres.cluster.PortOwner;
import replicationlab.postgres.download.ServerRelease;
import replicationlab.postgres.download.Transfer;
import replicationlab.postgres.install.Installation;
import replicationlab.postgres.install.Installation.Origin;
import replicationlab.postgres.install.Program;
import replicationlab.postgres.install.Version;
import replicationlab.process.Cancellation;
import replicationlab.settings.Settings.LabChoice;
import replicationlab.ui.Looks;
import replicationlab.ui.kit.Theme;

/** What the lab runs with, as the user chooses it. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class LabChoiceViewTest {

  private static final Set<Program> ALL = EnumSet.allOf(Program.class);
  private static final Installation NEW =
      installation(
          "cache/18/bin",
          new Version(18, 6, 0),
          Origin.BUNDLED,
          Set.of(Program.INITDB, Program.PG_CTL, Program.POSTGRES));
  private static final Installation DEBIAN =
      installation("postgresql/15/bin", new Version(15, 18, 0), Origin.FOUND, ALL);
  private static final Installation NAMED =
      installation("opt/17/bin", new Version(17, 11, 0), Origin.NAMED, ALL);
  private static final Path WORKSPACE = Path.of("home", "ada", "replication-lab");

  private static final Installation ADDED =
      installation(
          "cache/14/bin",
          new Version(14, 24, 0),
          Origin.ADDED,
          Set.of(Program.INITDB, Program.PG_CTL, Program.POSTGRES));

  private final FakeServers more = new FakeServers();
  private Stage stage;
  private Scene scene;
  private LabChoiceView view;

  @Start
  void start(Stage shown) {
    stage = shown;
    show(List.of(NEW, DEBIAN), new LabChoice("", "15", 5432, 5433));
  }

  private static Installation installation(
      String bin, Version version, Origin origin, Set<Program> programs) {
    Path folder = Path.of(bin).toAbsolutePath();
    Map<Program, Path> files = new EnumMap<>(Program.class);
    programs.forEach(program -> files.put(program, folder.resolve(program.command())));
    return new Installation(folder, folder.resolveSibling("share"), version, origin, files);
  }

  private void show(List<Installation> found, LabChoice choice) {
    view = new LabChoiceView(found, choice, WORKSPACE, LabChoiceViewTest::look, more);
    scene = new Scene(new StackPane(view), 660, 420);
    Theme.LIGHT.install();
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
  }

  /** A folder whose name ends in 17 holds a server; others hold none. */
  private static CompletableFuture<Installation> look(Path folder) {
    return folder.endsWith("17")
        ? CompletableFuture.completedFuture(NAMED)
        : CompletableFuture.failedFuture(new IllegalStateException("The folder has no initdb."));
  }

  private static TextField field(FxRobot robot, String text) {
    return robot
        .lookup((Node node) -> node instanceof TextField field && field.getText().equals(text))
        .query();
  }

  private void write(TextField field, String text) {
    waitForAsyncFx(5_000, () -> field.setText(text));
    waitForFxEvents();
  }

  private static String text(FxRobot robot, String selector) {
    return robot.lookup(selector).<Label>query().getText();
  }

  @Test
  void showsWhatIsChosen(FxRobot robot) {
    ComboBox<Installation> postgres = robot.lookup(".searchable-combo-box").query();
    assertThat(postgres.getValue()).isEqualTo(DEBIAN);
    assertThat(field(robot, WORKSPACE.toString()).isVisible()).isTrue();
    assertThat(view.problemProperty().get()).isEmpty();
    assertThat(view.choice())
        .isEqualTo(new LabChoice(WORKSPACE.toString(), DEBIAN.bin().toString(), 5432, 5433));
    Looks.inBothThemes(scene, "lab-choice");
  }

  @Test
  void anInstallationIsKnownAgainByItsFolder(FxRobot robot) {
    waitForAsyncFx(
        5_000,
        () -> show(List.of(DEBIAN, NEW), new LabChoice("", NEW.bin().toString(), 6001, 6002)));
    assertThat(view.choice().postgres()).isEqualTo(NEW.bin().toString());
    assertThat(view.choice().primaryPort()).isEqualTo(6001);
  }

  @Test
  void saysWhatAnInstallationLacksAndWhatTakesItsPlace(FxRobot robot) {
    assertThat(text(robot, ".lacks")).isEqualTo("Has everything that the lab uses.");
    waitForAsyncFx(
        5_000,
        () -> robot.lookup(".searchable-combo-box").<ComboBox<Installation>>query().setValue(NEW));
    assertThat(text(robot, ".lacks"))
        .startsWith("Lacks pg_basebackup, pg_controldata, pg_rewind, psql;")
        .endsWith("the lab's own psql takes the place of psql.");
    Looks.inBothThemes(scene, "lab-choice-lacks");
  }

  @ParameterizedTest
  @CsvSource({"5432,5432", "0,5433", "5432,65536", "5432,", "abc,5433", "'1,2',5433"})
  void wrongPortsGiveASentenceAndNoChoice(String primary, String standby, FxRobot robot) {
    write(field(robot, "5432"), primary);
    write(field(robot, "5433"), standby == null ? "" : standby);
    assertThat(view.problemProperty().get()).containsIgnoringCase("port").endsWith(".");
    assertThat(text(robot, ".problem")).isEqualTo(view.problemProperty().get());
    assertThatIllegalArgumentException().isThrownBy(view::choice);
    if (primary.equals("abc")) {
      Looks.inBothThemes(scene, "lab-choice-wrong");
    }
  }

  @Test
  void aProblemGoesWhenItIsMended(FxRobot robot) {
    TextField standby = field(robot, "5433");
    write(standby, "5432");
    assertThat(view.problemProperty().get()).isNotEmpty();
    write(standby, "5434");
    assertThat(view.problemProperty().get()).isEmpty();
    assertThat(view.choice().standbyPort()).isEqualTo(5434);
  }

  @Test
  void aWorkspaceMustBeNamed(FxRobot robot) {
    write(field(robot, WORKSPACE.toString()), "  ");
    assertThat(view.problemProperty().get()).startsWith("Name a folder");
  }

  @Test
  void findsAPairOfPortsThatAreFree(FxRobot robot) throws IOException {
    robot.clickOn("Find free ports");
    LabChoice found = view.choice();
    assertThat(PortOwner.isFree(found.primaryPort())).isTrue();
    assertThat(PortOwner.isFree(found.standbyPort())).isTrue();
    try (ServerSocket taken =
        new ServerSocket(found.standbyPort(), 1, InetAddress.getLoopbackAddress())) {
      robot.clickOn("Find free ports");
      assertThat(List.of(view.choice().primaryPort(), view.choice().standbyPort()))
          .doesNotContain(taken.getLocalPort());
    }
  }

  @Test
  void withoutAnyPostgresItSaysSoAndNothingCanBeUsed(FxRobot robot) {
    waitForAsyncFx(5_000, () -> show(List.of(), new LabChoice("", "", 5432, 5433)));
    assertThat(text(robot, ".problem")).startsWith("No PostgreSQL was found");
    assertThat(text(robot, ".lacks")).isEmpty();
  }

  @Test
  void aPostgresWithoutServerCannotBeUsed(FxRobot robot) {
    Installation client =
        installation("client/bin", new Version(17, 2, 0), Origin.FOUND, EnumSet.of(Program.PSQL));
    waitForAsyncFx(5_000, () -> show(List.of(client), new LabChoice("", "17", 5432, 5433)));
    assertThat(text(robot, ".problem")).contains("no server");
    assertThat(text(robot, ".lacks")).startsWith("Lacks initdb, ");
  }

  @Test
  void aFolderThatTheUserNamesIsLookedInto() {
    view.usePostgresIn(Path.of("/opt/empty"));
    waitForFxEvents();
    assertThat(view.problemProperty().get()).isEqualTo("The folder has no initdb.");
    view.usePostgresIn(Path.of("/opt/17"));
    waitForFxEvents();
    assertThat(view.problemProperty().get()).isEmpty();
    assertThat(view.choice().postgres()).isEqualTo(NAMED.bin().toString());
  }

  private void openAdding(FxRobot robot) {
    robot.clickOn("Add another version…");
    waitForFxEvents();
  }

  @Test
  void anotherVersionIsFetchedWithProgressAndThenChosen(FxRobot robot) {
    assertThat(robot.lookup(".add-server").queryAllAs(Node.class)).noneMatch(Node::isVisible);
    openAdding(robot);
    assertThat(robot.lookup(".download").tryQuery()).isPresent();
    Looks.inBothThemes(scene, "lab-choice-add");
    robot.clickOn("Download");
    waitForFxEvents();
    assertThat(more.asked).isEqualTo("14.24 from https://maven.example/repo/");

    more.words.accept("Downloading PostgreSQL 14.24 from https://maven.example/repo/");
    more.progress.accept(new Transfer(5_800_000, 14_500_812, 3_100_000));
    waitForFxEvents();
    assertThat(text(robot, ".transfer")).isEqualTo("5.8 of 14.5 MB, 39 %, 3.1 MB/s");
    assertThat(robot.lookup(".progress-bar").<ProgressBar>query().getProgress())
        .isBetween(0.39, 0.41);
    Looks.inBothThemes(scene, "lab-choice-adding");

    more.answer.complete(ADDED);
    waitForFxEvents();
    assertThat(text(robot, ".transfer")).isEqualTo("14.24 (added) is here.");
    assertThat(view.choice().postgres()).isEqualTo(ADDED.bin().toString());
  }

  @Test
  void aDownloadCanBeCancelled(FxRobot robot) {
    openAdding(robot);
    robot.clickOn("Download");
    waitForFxEvents();
    assertThat(robot.lookup(".download").queryAllAs(Node.class)).noneMatch(Node::isVisible);
    robot.clickOn("Cancel");
    waitForFxEvents();
    assertThat(text(robot, ".transfer")).isEqualTo("Cancelled; nothing was kept.");
    assertThat(robot.lookup(".download").query().isVisible()).isTrue();
    assertThat(view.choice().postgres()).isEqualTo(DEBIAN.bin().toString());
  }

  @Test
  void leavingTheFieldsEndsTheDownload(FxRobot robot) {
    openAdding(robot);
    robot.clickOn("Download");
    waitForAsyncFx(5_000, view::close);
    waitForFxEvents();
    assertThat(more.answer).isCancelled();
  }

  @Test
  void whatGoesWrongWithADownloadIsSaidWhereItWasAskedFor(FxRobot robot) {
    openAdding(robot);
    robot.clickOn("Download");
    waitForFxEvents();
    more.answer.completeExceptionally(
        new IllegalStateException(
            "maven.example does not answer, so PostgreSQL 14.24 cannot be fetched: go online or"
                + " name another repository. Here are 18.6 (bundled), 9.6.24 (bundled)."));
    waitForFxEvents();
    assertThat(text(robot, ".download-problem")).startsWith("maven.example does not answer");
    assertThat(view.problemProperty().get()).isEmpty();
    Looks.inBothThemes(scene, "lab-choice-add-failed");
  }

  @Test
  void whereEverythingIsHereNothingCanBeFetched(FxRobot robot) {
    more.addable = List.of();
    openAdding(robot);
    assertThat(text(robot, ".transfer")).isEqualTo("Every version that can be added is here.");
    assertThat(robot.lookup(".download").query().isDisabled()).isTrue();
  }

  @Test
  void theDialogGrowsWithWhatItShows(FxRobot robot) {
    Dialog<ButtonType> dialog =
        waitForAsyncFx(
            10_000,
            () -> {
              ((StackPane) scene.getRoot()).getChildren().clear();
              Dialog<ButtonType> made = new Dialog<>();
              made.initOwner(stage);
              made.getDialogPane().getStylesheets().setAll(scene.getStylesheets());
              made.getDialogPane().setContent(view);
              made.getDialogPane().getButtonTypes().setAll(ButtonType.CANCEL);
              made.show();
              return made;
            });
    waitForFxEvents();
    double before = dialog.getDialogPane().getScene().getWindow().getHeight();
    openAdding(robot);
    waitForFxEvents();
    assertThat(dialog.getDialogPane().getScene().getWindow().getHeight())
        .isGreaterThan(before + 60);
    Looks.inBothThemes(dialog.getDialogPane().getScene(), "lab-choice-dialog");
    waitForAsyncFx(5_000, dialog::close);
  }

  /** A repository that answers when the test says so. */
  @Test
  void anAddedVersionCanBeRemovedUnlessItIsInUse(FxRobot robot) {
    waitForAsyncFx(
        5_000, () -> show(List.of(NEW, ADDED, DEBIAN), new LabChoice("", "14", 5432, 5433)));
    more.inUse = "PostgreSQL 14.24 is in use: process 77 of it runs; stop that server.";
    robot.clickOn("Remove 14.24");
    waitForFxEvents();
    assertThat(text(robot, ".problem")).isEqualTo(more.inUse);
    assertThat(view.choice().postgres()).contains("14");
    Looks.inBothThemes(scene, "lab-choice-remove");
    more.inUse = "";
    robot.clickOn("Remove 14.24");
    waitForFxEvents();
    assertThat(view.choice().postgres()).isEqualTo(NEW.bin().toString());
    assertThat(robot.lookup("Remove 14.24").tryQuery()).isEmpty();
    assertThat(text(robot, ".problem")).isEmpty();
  }

  private static final class FakeServers implements MoreServers {

    private List<ServerRelease> addable =
        List.of(
            new ServerRelease("linux-amd64", "14.24.0", 14_500_812, "0".repeat(64)),
            new ServerRelease("linux-amd64", "13.23.0", 14_200_570, "1".repeat(64)));
    private final CompletableFuture<Installation> answer = new CompletableFuture<>();
    private Consumer<Transfer> progress = transfer -> {};
    private Consumer<String> words = said -> {};
    private String asked = "";
    private String inUse = "";

    @Override
    public CompletableFuture<List<ServerRelease>> addable() {
      return CompletableFuture.completedFuture(addable);
    }

    @Override
    public String repository() {
      return "https://maven.example/repo/";
    }

    @Override
    public CompletableFuture<Installation> add(
        ServerRelease release,
        String repository,
        Consumer<Transfer> transfers,
        Consumer<String> said,
        Cancellation cancellation) {
      asked = release.version() + " from " + repository;
      progress = transfers;
      words = said;
      cancellation.onCancel(() -> answer.cancel(true));
      return answer;
    }

    @Override
    public CompletableFuture<Void> remove(Installation added) {
      return inUse.isEmpty()
          ? CompletableFuture.completedFuture(null)
          : CompletableFuture.failedFuture(new IllegalStateException(inUse));
    }
  }
}
