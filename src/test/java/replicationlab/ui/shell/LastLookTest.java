package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.layout.Background;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.settings.Settings;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class LastLookTest {

  private static final Settings.Window PLACE =
      new Settings.Window(new Settings.Bounds(20, 30, 400, 300), false);

  private final Rectangle left = new Rectangle(100, 200, Color.GREEN);
  private final Rectangle slide = new Rectangle(200, 150, Color.DARKRED);

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init") // @Start does it
  private Stage stage;

  @Start
  void start(Stage stage) {
    this.stage = stage;
    HBox root = new HBox(left, slide);
    root.setPadding(new Insets(10));
    root.setBackground(Background.fill(Color.NAVY));
    stage.setTitle("A deck");
    stage.setScene(new Scene(root, 400, 300));
    stage.show();
  }

  private void keep(FxRobot robot) {
    robot.interact(() -> LastLook.keep(folder, PLACE, stage, slide));
  }

  @Test
  void theSlideIsShownWhereItWasAndNothingElseIs(FxRobot robot) throws InterruptedException {
    keep(robot);
    LastLook look = LastLook.take(folder).orElseThrow();
    CountDownLatch drawn = new CountDownLatch(1);
    robot.interact(() -> {
      stage = new Stage();
      look.show(stage, drawn::countDown);
    });
    assertThat(drawn.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(stage.getTitle()).isEqualTo("A deck");
    assertThat(stage.getX()).isEqualTo(20);
    assertThat(stage.getWidth()).isEqualTo(400);
    assertThat(robot.lookup("." + LastLook.STYLE).queryAll()).hasSize(1);
    PixelReader seen = robot.capture(stage.getScene().getRoot()).getImage().getPixelReader();
    assertThat(seen.getColor(210, 60)).isEqualTo(Color.DARKRED);
    assertThat(stage.getScene().getFill()).as("beside it").isEqualTo(Color.NAVY);
    robot.interact(stage::hide);
  }

  @Test
  void itIsShownOnce(FxRobot robot) {
    keep(robot);
    assertThat(LastLook.take(folder)).isPresent();
    assertThat(LastLook.take(folder)).isEmpty();
  }

  @Test
  void aSlideThatCannotBeSeenLeavesNone(FxRobot robot) {
    robot.interact(() -> slide.getParent().setVisible(false));
    keep(robot);
    assertThat(LastLook.take(folder)).isEmpty();
  }

  @Test
  void aFileThatIsNoneOrHasNoEndIsLeftOut(FxRobot robot) throws IOException {
    Path file = folder.resolve("last-look");
    Files.writeString(file, "something else");
    assertThat(LastLook.take(folder)).isEmpty();
    keep(robot);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    assertThat(LastLook.take(folder)).isEmpty();
    assertThat(file).doesNotExist();
  }
}
