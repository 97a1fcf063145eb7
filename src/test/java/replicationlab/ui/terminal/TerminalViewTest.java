package replicationlab.ui.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import replicationlab.process.PseudoTerminal;
import replicationlab.run.TestLab;
import replicationlab.terminal.LabTerminal;
import replicationlab.ui.Looks;
import replicationlab.ui.kit.Theme;

/** The terminal as a student uses it: a real shell, real programs, real keys. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class TerminalViewTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir static Path folder;
  private static TestLab lab;
  private final AtomicInteger prompts = new AtomicInteger();
  private TerminalView view;
  private Scene scene;

  @BeforeAll
  static void openLab() {
    lab = TestLab.untouched(folder.resolve("lab"), "18");
  }

  @AfterAll
  static void closeLab() {
    lab.close();
  }

  @Start
  void start(Stage stage) {
    view = new TerminalView(Thread::startVirtualThread, prompts::incrementAndGet);
    view.use(this::open);
    scene = new Scene(view, 960, 300);
    Theme.LIGHT.install();
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
    view.setShown(true);
  }

  private PseudoTerminal open() {
    return LabTerminal.open(lab.bench);
  }

  @AfterEach
  void end() {
    WaitForAsyncUtils.waitForAsyncFx(5_000, view::close);
  }

  private String text() {
    return WaitForAsyncUtils.waitForAsyncFx(5_000, view::text);
  }

  private void shows(String words) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(text()).contains(words));
  }

  private void line(FxRobot robot, String command) {
    int before = prompts.get();
    robot.write(command, 0).type(KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> prompts.get() > before);
  }

  @Test
  void runsWhatIsTyped(FxRobot robot) {
    await().atMost(PATIENCE).until(() -> prompts.get() > 0);
    line(robot, "echo he'll'o $((40+2))");
    shows("hello 42");
    line(
        robot,
        "ls --color=always / | cat; printf '\\033[31mred \\033[1;32mgreen\\033[0m"
            + " \\033[7mturned\\033[0m\\n'");
    line(robot, "pg_ctl --version; stty size; pwd; echo $PGDATA $PGPORT");
    shows("pg_ctl (PostgreSQL) 18");
    Looks.inBothThemes(scene, "terminal");
  }
}
