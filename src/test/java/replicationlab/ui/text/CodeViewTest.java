package replicationlab.ui.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import replicationlab.deck.DeckReader;
import replicationlab.ui.Pictures;
import replicationlab.ui.kit.Theme;

@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start does it
@ExtendWith(ApplicationExtension.class)
class CodeViewTest {

  private static final String ALL =
      """
      # Heading one
      ## Heading two
      Prose with **strong**, *emphasis*, `code` and [a link](https://www.postgresql.org),
      long enough to be broken into two lines at any size that a window may have, if it is long.

      1. first
      2. second
         * nested

      ```sql
      -- who am I?
      SELECT pg_is_in_recovery(), 'text', 42;
      ```

      ```sh
      # start it
      PGDATA=/u/pg/data2 pg_ctl -l /u/pg/data2/server.log start
      psql -p 5433 -c "SELECT 1" postgres
      ```

      ```settings
      # WAL
      wal_level = hot_standby
      archive_command = ‘cp %p /archive/%f’
      host  replication  all  127.0.0.1/32  trust
      ```

          $ psql -c ‘\\d’
          ERROR:  nothing here
          LINE 2: one
          LINE 3: two
          LINE 4: three
          LINE 5: four
          LINE 6: five
      """;

  private BlocksView blocks;
  private Scene scene;

  @Start
  void start(Stage stage) {
    Theme.LIGHT.install();
    blocks = new BlocksView(_ -> new Region());
    ScrollPane scroll = new ScrollPane(blocks);
    scroll.setFitToWidth(true);
    scene = new Scene(scroll, 700, 900);
    Theme.prepare(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void everyLineOfCodeIsSeen(FxRobot robot) {
    for (double scale : new double[] {0.8, 1, 1.3, 1.7, 2.2}) {
      robot.interact(() -> {
        blocks.setFontScale(scale);
        blocks.show(DeckReader.blocks(ALL));
      });
      waitForFxEvents();
      for (Node node : robot.lookup(".code-area").queryAll()) {
        CodeArea area = (CodeArea) node;
        double needed = WaitForAsyncUtils.waitForAsyncFx(5000, area::getTotalHeightEstimate);
        assertThat(area.getHeight()).as(area.getText()).isBetween(needed - 0.5, needed * 1.2 + 2);
      }
    }
  }

  @Test
  void theToolsNeverLieOnTheText(FxRobot robot) {
    robot.interact(() ->
        blocks.show(
            DeckReader.blocks("```sh\nPGDATA=/u/pg/data2 pg_ctl -l /u/pg/data2/log start\n```\n")));
    CodeView view = robot.lookup(".code-view").queryAs(CodeView.class);
    CodeArea area = robot.lookup(".code-area").queryAs(CodeArea.class);
    Node copy = robot.lookup(".copy-button").query();
    for (double width = 260; width <= 640; width += 4) {
      double now = width;
      robot.interact(() -> {
        view.resize(now, view.prefHeight(now));
        view.layout();
        area.layout();
      });
      Bounds line =
          WaitForAsyncUtils.waitForAsyncFx(
              5000,
              () -> {
                Node text = area.lookup(".paragraph-text .text");
                return view.sceneToLocal(text.localToScene(text.getLayoutBounds()));
              });
      assertThat(line.getMaxX())
          .as("in a width of %s", width)
          .isLessThanOrEqualTo(copy.getBoundsInParent().getMinX() + 1);
    }
  }

  @Test
  void copyTakesWhatCanBePastedAndSaysSo(FxRobot robot) {
    robot.interact(() -> blocks.show(DeckReader.blocks("\t$ psql -c ‘\\d’\n\tERROR\n")));
    Button copy = robot.lookup(".copy-button").nth(0).queryButton();
    robot.clickOn(copy);

    assertThat(
            WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo("psql -c '\\d'");
    assertThat(copy.getText()).startsWith("Copied").contains("quotes").contains("prompts removed");
    assertThat(copy.getTooltip().getText()).contains("quotes");
  }

  @Test
  void allKindsAreLookedAtInBothThemes(FxRobot robot) {
    robot.interact(() -> blocks.show(DeckReader.blocks(ALL)));
    Pictures.take(scene, "blocks-light");
    robot.interact(Theme.DARK::install);
    Pictures.take(scene, "blocks-dark");
  }
}
