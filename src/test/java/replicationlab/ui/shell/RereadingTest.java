package replicationlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.course.OpenedDeck;
import replicationlab.course.ProgramFiles;
import replicationlab.course.Reread;
import replicationlab.settings.SettingsStore;
import replicationlab.ui.deck.DeckViewModel;

/** Somebody saves while what was saved before is still being read. */
@SuppressWarnings("NullAway.Init") // @BeforeEach does it
class RereadingTest {

  /** Tasks of the thread that reads, and of the window's. */
  private final Queue<Runnable> reading = new ArrayDeque<>();

  private final Queue<Runnable> window = new ArrayDeque<>();
  private int readings;

  @TempDir private Path folder;

  private SettingsStore settings;
  private DeckViewModel deck;
  private Rereading rereading;
  private Path file;

  @BeforeEach
  void open() throws IOException {
    settings = new SettingsStore(folder, Duration.ofDays(1), words -> {});
    deck = RememberedPositions.deck(settings);
    file = folder.resolve("deck.md");
    rereading = new Rereading(deck, this::read, reading::add, window::add);
    Files.writeString(file, "# Zero\n");
    deck.open(OpenedDeck.open(file, ProgramFiles.find()));
  }

  @AfterEach
  void close() {
    settings.close();
  }

  private OpenedDeck read(OpenedDeck before) {
    readings++;
    return Reread.of(before, ProgramFiles.find());
  }

  private void save(String title) throws IOException {
    Files.writeString(file, "# " + title + "\n");
    rereading.saved();
  }

  private void finishAll() {
    while (!reading.isEmpty() || !window.isEmpty()) {
      (reading.isEmpty() ? window : reading).remove().run();
    }
  }

  private String title() {
    return deck.slides().getFirst().title();
  }

  @Test
  void theLastOfTwoQuickSavesIsShown() throws IOException {
    save("One");
    reading.remove().run();
    save("Two");
    finishAll();

    assertThat(title()).isEqualTo("Two");
  }

  @Test
  void manySavesDuringOneReadingAreReadOnce() throws IOException {
    save("One");
    reading.remove().run();
    save("Two");
    save("Three");
    save("Four");
    finishAll();

    assertThat(title()).isEqualTo("Four");
    assertThat(readings).isEqualTo(2);
  }

  @Test
  void anotherDeckThatWasOpenedMeanwhileStays() throws IOException {
    save("One");
    Path other = Files.writeString(folder.resolve("other.md"), "# Other\n");
    deck.open(OpenedDeck.open(other, ProgramFiles.find()));
    finishAll();

    assertThat(title()).isEqualTo("Other");
  }
}
