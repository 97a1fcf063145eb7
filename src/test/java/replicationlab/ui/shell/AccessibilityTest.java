package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.lab.Step;
import replicationlab.run.StepState;
import replicationlab.ui.Pictures;
import replicationlab.ui.ScreenReader;
import replicationlab.ui.deck.Place;
import replicationlab.ui.diagram.DiagramView;
import replicationlab.ui.kit.Theme;

/** The whole window for those who hear it, or have no mouse. */
@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class AccessibilityTest {

  private static final Duration SOON = Duration.ofMinutes(3);

  /** More presses of Tab than the longest pane needs. */
  private static final int PRESSES = 400;

  @TempDir private Path folder;

  private ReplicationLabWindow window;

  @Start
  void start(Stage shared) {
    Path settings = SettingsOfATest.in(folder, 1000, 800);
    window = WindowOfATest.open(folder.resolve("usual"), settings);
  }

  @BeforeEach
  void waitForLab() {
    await().atMost(SOON).until(() -> onFx(() -> window.lab()) != null);
    waitForFxEvents();
  }

  @AfterEach
  void close() {
    await().atMost(SOON).until(() -> onFx(() -> window.lab()) != null);
    waitForAsyncFx(60_000, window::quit);
  }

  /** The primary's files fill the editor and the X-ray. */
  private void createPrimary() {
    OpenLab open = Objects.requireNonNull(window.desk().current());
    Step first = open.run().lab().steps().getFirst();
    assertThat(open.run().run(first).orTimeout(3, TimeUnit.MINUTES).join().status())
        .isEqualTo(StepState.Status.PASSED);
    waitForFxEvents();
  }

  private static <T> T onFx(Callable<T> question) {
    return waitForAsyncFx(60_000, question);
  }

  private void onSlide(FxRobot robot, KeyCode key) {
    robot.interact(window.slides()::first);
    robot.interact(() -> selectFirstOf(tabs().getFirst()));
    robot.interact(() -> window.scene().lookup(".slide-stage .place").requestFocus());
    robot.type(key);
    waitForFxEvents();
  }

  private static void selectFirstOf(TabPane tabs) {
    tabs.getSelectionModel().selectFirst();
  }

  private List<TabPane> tabs() {
    return ScreenReader.seen(window.scene().getRoot()).stream()
        .filter(TabPane.class::isInstance)
        .map(TabPane.class::cast)
        .toList();
  }

  /** Does this with every pane of the window in front, one after the other. */
  private void inEveryPane(Consumer<Tab> task) {
    for (TabPane place : onFx(this::tabs)) {
      for (Tab tab : place.getTabs()) {
        waitForAsyncFx(60_000, () -> place.getSelectionModel().select(tab));
        waitForFxEvents();
        if (tab.getText().equals(SettingsPanes.FILES)) {
          awaitEditorIfThereIsAPrimary();
        }
        task.accept(tab);
      }
      waitForAsyncFx(60_000, () -> selectFirstOf(place));
    }
  }

  private void awaitEditorIfThereIsAPrimary() {
    if (Files.exists(folder.resolve("workspace").resolve("data").resolve("PG_VERSION"))) {
      await()
          .atMost(SOON)
          .until(() -> onFx(() -> window.scene().lookup(".dock .code-area") != null));
      waitForFxEvents();
    }
  }

  private static void collect(String where, Map<String, String> nameless) {
    waitForFxEvents();
    onFx(() -> {
      for (Window each : List.copyOf(Window.getWindows())) {
        Parent root = each.getScene().getRoot();
        ScreenReader.nameless(root).forEach(path -> nameless.putIfAbsent(path, where));
      }
      return true;
    });
  }

  @Test
  void whateverCanHaveTheFocusSaysWhatItIs(FxRobot robot) {
    createPrimary();
    Map<String, String> nameless = new LinkedHashMap<>();
    inEveryPane(tab -> collect(tab.getText(), nameless));
    for (KeyCode key : List.of(KeyCode.O, KeyCode.G, KeyCode.SLASH, KeyCode.F1)) {
      onSlide(robot, key);
      assertThat(onFx(() -> window.scene().lookup(".overlay"))).as("over the slide").isNotNull();
      collect("over the slide by " + key, nameless);
      robot.type(KeyCode.ESCAPE);
    }
    onSlide(robot, KeyCode.S);
    collect("presenter's window", nameless);
    robot.type(KeyCode.S);
    besideTheWindow("settings", window.preferences()::show, nameless);
    besideTheWindow("class overview", () -> window.evidenceJourney().showClass(), nameless);
    besideTheWindow("keys", () -> HelpDialogs.keys(window.stage()), nameless);
    besideTheWindow("about", () -> HelpDialogs.about(window.stage(), List.of()), nameless);
    besideTheWindow("export", () -> new WindowActions(window).exportSlides(), nameless);
    besideTheWindow("machine", () -> new WindowActions(window).checkMachine(), nameless);
    assertThat(nameless).isEmpty();
  }

  @Test
  void everyDiagramSaysWhatItShowsAtEachStep() {
    int slides = onFx(() -> Objects.requireNonNull(place()).opened().deck().slides().size());
    int told = 0;
    for (int slide = 1; slide <= slides; slide++) {
      int number = slide;
      waitForAsyncFx(60_000, () -> window.slides().goTo(number));
      for (DiagramView diagram : onFx(this::diagrams)) {
        for (int step = 0; step <= diagram.steps(); step++) {
          int moment = step;
          String spoken =
              onFx(() -> {
                diagram.show(moment);
                return diagram.getAccessibleText();
              });
          String caption = onFx(() -> ((Label) diagram.lookup(".caption-sentence")).getText());
          assertThat(spoken)
              .as("slide %d, step %d", slide, step)
              .startsWith("Diagram: ")
              .contains(caption.replaceAll("\\.$", ""))
              .endsWith("Step " + step + " of " + diagram.steps() + ".");
          told++;
        }
      }
    }
    assertThat(told).as("moments of diagrams in the course").isGreaterThan(slides);
  }

  @Test
  void tabLeadsThroughTheWindowAndOutOfEveryOtherPane(FxRobot robot) {
    onSlide(robot, KeyCode.HOME);
    Set<Node> visited =
        onFx(() -> {
          Set<Node> all = new LinkedHashSet<>();
          while (all.size() < PRESSES && all.add(focused())) {
            tab();
          }
          return all;
        });
    assertThat(visited)
        .contains(
            window.scene().lookup(".slide-stage .place"),
            window.scene().lookup(".step-buttons .accent"));
    assertThat(visited.stream().map(ScreenReader::name)).as("the checker").contains("Check now");
    // No file is open before there is a cluster: its editor would take Tab as text.
    List<String> traps = new ArrayList<>();
    inEveryPane(pane -> {
      if (!pane.getText().equals(TerminalPlace.NAME) && !onFx(() -> isLeft(pane.getContent()))) {
        traps.add(pane.getText() + " at " + onFx(() -> ScreenReader.path(focused())));
      }
    });
    assertThat(traps).isEmpty();
  }

  @Test
  void theTerminalKeepsTabForItsShellAndIsLeftByF7(FxRobot robot) {
    onSlide(robot, KeyCode.HOME);
    robot.type(KeyCode.F7);
    await().atMost(SOON).until(() -> onFx(() -> focused() instanceof Canvas));
    assertThat(onFx(() -> focused().getAccessibleText())).contains("F7");
    robot.type(KeyCode.TAB);
    assertThat(onFx(this::focused)).as("a shell needs Tab itself").isInstanceOf(Canvas.class);
    robot.type(KeyCode.F7);
    assertThat(onFx(this::focused)).isNotInstanceOf(Canvas.class);
  }

  @Test
  void theSettingsEditorKeepsTabForItsTextAndIsLeftByEscapeAndByF7(FxRobot robot) {
    createPrimary();
    List<String> traps = new ArrayList<>();
    inEveryPane(pane -> {
      if (pane.getText().equals(SettingsPanes.FILES)) {
        CodeArea text = onFx(() -> (CodeArea) window.scene().lookup("#settings-text"));
        String before = written(text);
        waitForAsyncFx(60_000, text::requestFocus);
        robot.type(KeyCode.TAB);
        assertThat(written(text)).as("Tab is text").isNotEqualTo(before);
        waitForAsyncFx(60_000, text::undo);
        assertThat(written(text)).as("nothing is left unsaved").isEqualTo(before);
        robot.type(KeyCode.ESCAPE);
        if (!onFx(() -> isLeftFrom(focused(), pane.getContent()))) {
          traps.add(onFx(() -> ScreenReader.path(focused())));
        }
        waitForAsyncFx(60_000, text::requestFocus);
        robot.type(KeyCode.F7);
        await().atMost(SOON).until(() -> onFx(() -> focused() instanceof Canvas));
        robot.type(KeyCode.F7);
        assertThat(onFx(() -> isWithin(focused(), pane.getContent()))).isFalse();
      }
    });
    assertThat(traps).isEmpty();
  }

  private static String written(CodeArea text) {
    return onFx(() -> text.getText());
  }

  @Test
  void aButtonThatHasTheFocusLooksDifferent() {
    Set<String> alike = new TreeSet<>();
    for (Theme theme : List.of(Theme.DARK, Theme.HIGH_CONTRAST, Theme.LIGHT)) {
      waitForAsyncFx(60_000, theme::install);
      Set<String> compared = new LinkedHashSet<>();
      inEveryPane(pane -> {
        List<Button> others =
            onFx(this::buttons).stream()
                .filter(button -> compared.add(ScreenReader.path(button)))
                .toList();
        for (Button button : others) {
          Image without = onFx(() -> picture(button, window.scene().getRoot()));
          Image with = onFx(() -> picture(button, button));
          if (Pictures.areSame(without, with)) {
            alike.add(theme + ": " + ScreenReader.path(button));
          }
        }
      });
      assertThat(compared).hasSizeGreaterThan(10);
    }
    assertThat(alike).isEmpty();
  }

  private @Nullable Place place() {
    return window.slides().placeProperty().get();
  }

  private List<DiagramView> diagrams() {
    return ScreenReader.seen(window.scene().lookup(".slide-stage .place")).stream()
        .filter(DiagramView.class::isInstance)
        .map(DiagramView.class::cast)
        .toList();
  }

  private List<Button> buttons() {
    return ScreenReader.seen(window.scene().getRoot()).stream()
        .filter(node -> node.isFocusTraversable() && !node.isDisabled())
        .filter(Button.class::isInstance)
        .map(Button.class::cast)
        .toList();
  }

  private static Image picture(Button button, Node focus) {
    focus.requestFocus();
    button.getScene().getRoot().applyCss();
    button.getScene().getRoot().layout();
    return button.snapshot(null, null);
  }

  private Node focused() {
    return Objects.requireNonNull(window.scene().getFocusOwner());
  }

  private void tab() {
    Node from = focused();
    Event.fireEvent(
        from, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, false, false, false, false));
  }

  /** Whether Tab, pressed again and again, leads from a pane's first control out of the pane. */
  private boolean isLeft(Node pane) {
    List<Node> stops =
        ScreenReader.seen(pane).stream()
            .filter(node -> node.isFocusTraversable() && !node.isDisabled())
            .toList();
    if (stops.isEmpty()) {
      return true;
    }
    return isLeftFrom(stops.getFirst(), pane);
  }

  private boolean isLeftFrom(Node first, Node pane) {
    first.requestFocus();
    if (!isWithin(first, pane)) {
      return true;
    }
    for (int press = 0; press < PRESSES; press++) {
      tab();
      if (!isWithin(focused(), pane)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWithin(Node node, Node pane) {
    for (@Nullable Node each = node; each != null; each = each.getParent()) {
      if (each.equals(pane)) {
        return true;
      }
    }
    return false;
  }

  /** A window or a dialog, which may wait for its end. */
  private static void besideTheWindow(String what, Runnable open, Map<String, String> nameless) {
    List<Window> before = onFx(() -> List.copyOf(Window.getWindows()));
    Platform.runLater(open);
    await().atMost(SOON).until(() -> onFx(() -> Window.getWindows().size()) > before.size());
    collect(what, nameless);
    waitForAsyncFx(
        60_000,
        () ->
            List.copyOf(Window.getWindows()).stream()
                .filter(each -> !before.contains(each))
                .forEach(Window::hide));
    waitForFxEvents();
  }
}
