package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import replicationlab.check.ProofReport;
import replicationlab.course.Courses;
import replicationlab.course.OpenedDeck;
import replicationlab.course.ProgramFiles;
import replicationlab.postgres.cluster.ClusterState;
import replicationlab.postgres.replication.ReplicationSnapshot;
import replicationlab.postgres.replication.ServerStatus;
import replicationlab.process.OutputLine;
import replicationlab.run.LabEvent;
import replicationlab.settings.Settings;
import replicationlab.ui.CutOff;
import replicationlab.ui.FakeLab;
import replicationlab.ui.Looks;
import replicationlab.ui.Pictures;
import replicationlab.ui.SampleLab;
import replicationlab.ui.check.CheckView;
import replicationlab.ui.check.CheckViewModel;
import replicationlab.ui.console.ConsoleView;
import replicationlab.ui.console.ConsoleViewModel;
import replicationlab.ui.console.LogTabs;
import replicationlab.ui.deck.DeckView;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.LabEntry;
import replicationlab.ui.deck.OutlineView;
import replicationlab.ui.deck.Positions;
import replicationlab.ui.diagram.DiagramPlaceholder;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.Theme;
import replicationlab.ui.lab.LabLinks;
import replicationlab.ui.lab.LabView;
import replicationlab.ui.lab.LabViewModel;
import replicationlab.ui.shell.ShellView.Part;
import replicationlab.ui.status.StatusBarView;
import replicationlab.ui.text.BlocksView;

/** The parts together: shown, hidden, one of them alone, at the sizes that people have. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ShellPicturesTest {

  private final DeckViewModel deck = new DeckViewModel(new NoPositions());
  private final ConsoleViewModel console = new ConsoleViewModel();
  private ShellView shell;
  private Scene scene;

  @Start
  void start(Stage stage) throws IOException {
    Theme.LIGHT.install();
    shell = new ShellView(parts(), Settings.DEFAULTS.layout());
    scene = new Scene(shell, 980, 700);
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
    ProgramFiles files = ProgramFiles.find();
    deck.open(OpenedDeck.open(Courses.deck(files, Courses.FIRST), files));
    deck.goTo(20);
  }

  private ShellView.Parts parts() {
    LabViewModel lab = new LabViewModel(new FakeLab(12), "18.6", Runnable::run, FxThread::run);
    CheckViewModel checker =
        new CheckViewModel(
            row ->
                CompletableFuture.completedFuture(
                    ProofReport.of(List.of(SampleLab.passed(), SampleLab.failed()))),
            FxThread::run);
    checker.check();
    StatusBarView status = new StatusBarView(5432, 5433, () -> {});
    status.workspace(Path.of("/home/ada/replication-lab"));
    status.accept(
        new ReplicationSnapshot(Instant.EPOCH, running(5432, false), running(5433, true), 0L));
    fill(console);
    return new ShellView.Parts(
        new ShellMenu(noActions()),
        outline(lab),
        new Dock("Slide", Icons.SLIDE, new DeckView(deck, new SlidePictures(deck)), List.of()),
        new Dock(
            "Lab",
            Icons.LAB,
            new LabView(
                lab,
                blocks -> {
                  BlocksView view = new BlocksView(any -> new DiagramPlaceholder(any.target()));
                  view.show(blocks);
                  return view;
                },
                new LabLinks(
                    slide -> {},
                    () -> {},
                    () -> {},
                    command -> {},
                    (_, _) -> {},
                    checkpoint -> {},
                    folder -> {},
                    () -> {},
                    null)),
            List.of()),
        new CheckView(checker),
        new LogTabs(new ConsoleView(console), List.of()),
        status);
  }

  private OutlineView outline(LabViewModel lab) {
    OutlineView outline = new OutlineView(deck);
    outline.show(
        List.of(
            new LabEntry(
                lab.title(),
                lab.tallyProperty().map(tally -> tally.passed() + "/" + tally.steps()),
                () -> {})));
    return outline;
  }

  private static ServerStatus running(int port, boolean recovery) {
    return new ServerStatus(
        ClusterState.RUNNING, port, "18.6", recovery, "0/3015690", recovery ? "streaming" : "", "");
  }

  private static void fill(ConsoleViewModel console) {
    console.accept(
        new LabEvent.ActionStarted(
            "start-standby", "PGDATA=data2 pg_ctl -l logs/standby.log start"));
    for (String line : List.of("waiting for server to start.... done", "server started")) {
      console.accept(
          new LabEvent.Output("start-standby", new OutputLine(OutputLine.Stream.OUT, line)));
    }
    console.accept(new LabEvent.ActionEnded("start-standby", "exit code 0", true));
  }

  /** The menus need somebody to call; nobody does here. */
  private static ShellActions noActions() {
    return (ShellActions)
        Proxy.newProxyInstance(
            ShellActions.class.getClassLoader(),
            new Class<?>[] {ShellActions.class},
            (proxy, method, arguments) -> null);
  }

  private static boolean onScreen(FxRobot robot, String selector) {
    return robot.lookup(selector).tryQuery().map(node -> node.getScene() != null).orElse(false);
  }

  private void onFx(Runnable task) {
    Platform.runLater(task);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void everythingFitsIntoASmallWindow(FxRobot robot) {
    Looks.inBothThemes(scene, "shell-980x700");
    for (String part : List.of(".lab-view", ".check-view", ".log-tabs", ".outline")) {
      Bounds bounds =
          robot
              .lookup(part)
              .<Node>query()
              .localToScene(robot.lookup(part).<Node>query().getLayoutBounds());
      assertThat(bounds.getMaxX()).as(part).isLessThanOrEqualTo(981);
      assertThat(bounds.getMaxY()).as(part).isLessThanOrEqualTo(701);
    }
  }

  @Test
  void itLooksRightOnALaptopAndOnAProjector() {
    // The headless screen is smaller than these: a scene without a window has no such limit.
    for (int[] size : new int[][] {{1280, 800}, {1920, 1080}}) {
      Scene big =
          WaitForAsyncUtils.waitForAsyncFx(
              10_000,
              () -> {
                Scene made =
                    new Scene(new ShellView(parts(), Settings.DEFAULTS.layout()), size[0], size[1]);
                Theme.prepare(made);
                return made;
              });
      Looks.inBothThemes(big, "shell-" + size[0] + "x" + size[1]);
    }
  }

  @Test
  void bigAndSmallTextIsNotCutOff() {
    for (double scale : new double[] {0.8, 1.5, 2}) {
      Scene big =
          WaitForAsyncUtils.waitForAsyncFx(
              10_000,
              () -> {
                Scene made =
                    new Scene(new ShellView(parts(), Settings.DEFAULTS.layout()), 1280, 800);
                Theme.prepare(made);
                Theme.scaleText(made, scale);
                return made;
              });
      // A scene without a window is laid out by its pictures only.
      for (int picture = 0; picture < 4; picture++) {
        Pictures.take(big, "shell-text-" + scale);
      }
      for (String part :
          List.of(
              ".outline",
              ".lab-header",
              ".step-buttons",
              ".steps",
              ".deck-bar",
              ".check-view",
              ".status-bar")) {
        List<String> cut =
            WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> CutOff.under(big.getRoot().lookup(part)));
        assertThat(cut).as(part + " at " + scale).isEmpty();
      }
      assertThat(big.getRoot().lookup(".status-bar").getBoundsInParent().getMaxX())
          .isLessThanOrEqualTo(1281);
    }
  }

  @Test
  void partsCanBeHiddenAndComeBackWhereTheyWere(FxRobot robot) {
    Settings.Layout before = WaitForAsyncUtils.waitForAsyncFx(5_000, shell::current);
    onFx(() -> shell.show(Part.OUTLINE, false));
    onFx(() -> shell.show(Part.CHECKER, false));
    onFx(() -> shell.show(Part.CONSOLE, false));
    assertThat(onScreen(robot, ".check-view")).isFalse();
    assertThat(onScreen(robot, ".lab-view")).isTrue();
    Looks.inBothThemes(scene, "shell-lab-only");
    onFx(() -> shell.show(Part.LAB, false));
    onFx(() -> shell.show(Part.LAB, true));
    onFx(() -> shell.show(Part.OUTLINE, true));
    onFx(() -> shell.show(Part.CHECKER, true));
    onFx(() -> shell.show(Part.CONSOLE, true));
    Settings.Layout after = WaitForAsyncUtils.waitForAsyncFx(5_000, shell::current);
    assertThat(after.outlineEnd()).isCloseTo(before.outlineEnd(), within());
    assertThat(after.slideEnd()).isCloseTo(before.slideEnd(), within());
    assertThat(after.labEnd()).isCloseTo(before.labEnd(), within());
    assertThat(after.consoleStart()).isCloseTo(before.consoleStart(), within());
  }

  @Test
  void aDoubleClickOnAPartsHeaderGivesItTheWholeWindowAndBack(FxRobot robot) {
    robot.doubleClickOn(robot.lookup(".part-title").lookup("Checker").<Node>query());
    assertThat(onScreen(robot, ".lab-view")).isFalse();
    robot.doubleClickOn(robot.lookup(".part-title").lookup("Checker").<Node>query());
    assertThat(onScreen(robot, ".lab-view")).isTrue();
  }

  @Test
  void aDoubleClickOnATabDoesTheSame(FxRobot robot) {
    robot.doubleClickOn(robot.lookup(".tab-label").lookup("Lab").<Node>query());
    assertThat(onScreen(robot, ".check-view")).isFalse();
    Looks.inBothThemes(scene, "shell-lab-alone");
    robot.doubleClickOn(robot.lookup(".tab-label").lookup("Lab").<Node>query());
    assertThat(onScreen(robot, ".check-view")).isTrue();
  }

  @Test
  void presentingIsTheSlideAlone(FxRobot robot) {
    onFx(() -> shell.present(true));
    assertThat(onScreen(robot, ".menu-bar")).isFalse();
    assertThat(onScreen(robot, ".lab-view")).isFalse();
    Looks.inBothThemes(scene, "shell-present");
    onFx(() -> shell.present(false));
    assertThat(onScreen(robot, ".lab-view")).isTrue();
  }

  private static Offset<Double> within() {
    return Offset.offset(0.03);
  }

  private static final class NoPositions implements Positions {
    private final Map<String, Integer> known = new HashMap<>();

    @Override
    public int of(String deckKey) {
      return known.getOrDefault(deckKey, 0);
    }

    @Override
    public void remember(String deckKey, int index) {
      known.put(deckKey, index);
    }
  }
}
