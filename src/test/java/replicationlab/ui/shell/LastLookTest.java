package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import replicationlab.course.ProgramFiles;
import replicationlab.settings.Settings;
import replicationlab.settings.SettingsFolder;
import replicationlab.settings.SettingsStore;

@Tag("ui")
@SuppressWarnings("NullAway.Init") // @Start and @BeforeEach do it
@ExtendWith(ApplicationExtension.class)
class LastLookTest {

  private static final Settings.Window PLACE =
      new Settings.Window(new Settings.Bounds(20, 30, 400, 300), false);

  private final Rectangle left = new Rectangle(100, 200, Color.GREEN);
  private final Rectangle slide = new Rectangle(200, 150, Color.DARKRED);

  @TempDir private Path folder;

  private Path deck;
  private Path file;
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

  /** Somebody was at the third slide of a deck. */
  @BeforeEach
  void keep() throws IOException {
    deck = Files.writeString(folder.resolve("deck.md"), "# One\n\n***\n# Two\n\n***\n# Three\n");
    file = folder.resolve(LastLook.FILE);
    goToSlide(3);
    LookSubject subject = LookSubject.of(SettingsFolder.stamp(folder), deck, 3, "three");
    LastLook look =
        waitForAsyncFx(
            60_000,
            () ->
                new LastLook(
                    LookFrame.of(stage, PLACE, slide), subject, LastLook.Picture.of(slide, 1)));
    LookFile.write(file, look);
  }

  private void goToSlide(int number) {
    try (SettingsStore store = new SettingsStore(folder, Duration.ofDays(1), words -> {})) {
      store.update(
          now -> now.with(now.decks().opened(deck.toString()).at(deck.toString(), number)));
    }
  }

  @Test
  void theSlideIsShownWhereItWasAndNothingElseIs(FxRobot robot) throws InterruptedException {
    LastLook look = LastLook.in(folder, "", "").orElseThrow();
    CountDownLatch drawn = new CountDownLatch(1);
    robot.interact(() -> {
      stage = new Stage();
      assertThat(look.fits()).isTrue();
      look.show(stage, drawn::countDown);
    });
    assertThat(drawn.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(stage.getTitle()).isEqualTo("A deck");
    // A window manager tells of its frame first, and then of where the window is inside it.
    await().untilAsserted(() -> assertThat(stage.getX()).isCloseTo(20, offset(1.0)));
    assertThat(stage.getWidth()).isEqualTo(400);
    assertThat(robot.lookup("." + LastLook.STYLE).queryAll()).hasSize(1);
    PixelReader seen = robot.capture(stage.getScene().getRoot()).getImage().getPixelReader();
    // Not quite opaque in every second frame.
    Color red = seen.getColor(210, 60);
    assertThat(red.getRed()).isCloseTo(Color.DARKRED.getRed(), offset(0.01));
    assertThat(red.getGreen() + red.getBlue()).isCloseTo(0, offset(0.01));
    assertThat(stage.getScene().getFill()).as("beside it").isEqualTo(Color.NAVY);
    robot.interact(stage::hide);
  }

  @Test
  void itIsThereAgainWhenTheProgramDiesBeforeTheNext() {
    assertThat(LastLook.in(folder, "", "")).isPresent();
    assertThat(LastLook.in(folder, "", "")).isPresent();
  }

  @Test
  void itIsNotShownWhenTheProgramWouldOpenAtAnotherSlide() {
    goToSlide(2);
    assertThat(LastLook.in(folder, "", "")).isEmpty();
    goToSlide(3);
    assertThat(LastLook.in(folder, "", "")).as("back at its slide").isPresent();
  }

  @Test
  void itIsShownToWhomeverAsksForThatDeckOrSlideOnly() {
    String asked = deck.resolveSibling("elsewhere").resolve("../deck.md").toString();
    assertThat(LastLook.in(folder, asked, "")).isPresent();
    assertThat(LastLook.in(folder, asked, "3")).isPresent();
    assertThat(LastLook.in(folder, "", "Three")).isPresent();
    assertThat(LastLook.in(folder, asked, "2")).isEmpty();
    assertThat(LastLook.in(folder, asked, "3/1")).as("a step").isEmpty();
    assertThat(LastLook.in(folder, "deck.md", "")).as("another of that name").isEmpty();
  }

  @Test
  void itIsNotShownWhenTheDeckHasBeenEditedOrIsGone() throws IOException {
    Files.writeString(deck, "# One\n\n***\n# Two\n\n***\n# Another three\n");
    assertThat(LastLook.in(folder, "", "")).isEmpty();
    Files.delete(deck);
    assertThat(LastLook.in(folder, "", "")).isEmpty();
  }

  @Test
  void itIsNotShownWhenTheSettingsAreGone() throws IOException {
    Files.delete(folder.resolve("settings.json"));
    assertThat(LastLook.in(folder, "", "")).isEmpty();
  }

  @Test
  void itIsNotShownOnOtherScreensNorInOtherColours(FxRobot robot) {
    LookFrame then = LastLook.in(folder, "", "").orElseThrow().frame();
    robot.interact(() -> {
      assertThat(then.fits()).isTrue();
      assertThat(with(then, then.screens() + 1, then.dark()).fits()).isFalse();
      assertThat(with(then, then.screens(), !then.dark()).fits()).isFalse();
    });
  }

  private static LookFrame with(LookFrame frame, int screens, boolean dark) {
    return new LookFrame(
        frame.title(), frame.window(), frame.place(), frame.background(), screens, dark);
  }

  @Test
  void itIsNotShownByAnotherVersionOfTheProgram() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    assertThat(ByteBuffer.wrap(whole).getLong(Integer.BYTES)).isEqualTo(ProgramFiles.stamp());
    ByteBuffer.wrap(whole).putLong(Integer.BYTES, ProgramFiles.stamp() + 1);
    Files.write(file, whole);
    assertThat(LastLook.in(folder, "", "")).isEmpty();
  }

  @Test
  void aFileThatIsNoneOrHasNoEndIsLeftOut() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    assertThat(LastLook.in(folder, "", "")).isEmpty();
    Files.writeString(file, "something else");
    assertThat(LastLook.in(folder, "", "")).isEmpty();
    Files.delete(file);
    assertThat(LastLook.in(folder, "", "")).isEmpty();
  }
}
