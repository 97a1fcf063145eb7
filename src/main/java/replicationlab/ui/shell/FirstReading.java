package replicationlab.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import replicationlab.course.Courses;
import replicationlab.course.OpenedDeck;
import replicationlab.course.Picture;
import replicationlab.course.ProgramFiles;
import replicationlab.deck.Block;
import replicationlab.diagram.Layout;
import replicationlab.evidence.EvidenceFile;
import replicationlab.settings.Settings;
import replicationlab.settings.SettingsStore;

/**
 * What the first slide needs from disk: the settings and the deck. It is read while JavaFX starts,
 * so that the window comes up with its slide and not empty.
 */
public final class FirstReading {

  /** A deck and the file that it is, or would have been, read from. */
  record Reading(Path file, CompletableFuture<OpenedDeck> deck) {}

  /** Among as many of a deck's pictures a diagram is looked for: an album has none. */
  private static final int PICTURES = 10;

  private static final Executor THREADS =
      task -> Thread.ofPlatform().daemon().name("first reading").start(task);

  private final Path folder;
  private final String named;
  private final CompletableFuture<Consumer<String>> listener = new CompletableFuture<>();
  private final CompletableFuture<SettingsStore> settings;
  private final CompletableFuture<Reading> reading;

  private FirstReading(
      ProgramFiles files, Path settingsFolder, String named, UnaryOperator<Settings> change) {
    this.folder = settingsFolder;
    this.named = named;
    settings =
        CompletableFuture.supplyAsync(
            () -> {
              SettingsStore store =
                  new SettingsStore(settingsFolder, Duration.ofMillis(500), this::tell);
              store.update(change);
              return store;
            },
            THREADS);
    reading = settings.thenApply(store -> read(file(files, store), files));
  }

  /**
   * Begins to read.
   *
   * @param named the deck or the evidence that the person asked for; empty for the deck that was
   *     open last, or else the course
   */
  public static FirstReading begin(ProgramFiles files, Path settingsFolder, String named) {
    return begin(files, settingsFolder, named, UnaryOperator.identity());
  }

  /** The same with settings that somebody has changed before the program reads them. */
  static FirstReading begin(
      ProgramFiles files, Path settingsFolder, String named, UnaryOperator<Settings> change) {
    return new FirstReading(files, settingsFolder, named, change);
  }

  private Path file(ProgramFiles files, SettingsStore settings) {
    if (!named.isEmpty() && evidence().isEmpty()) {
      return Path.of(named);
    }
    String last = settings.current().decks().last();
    return !last.isEmpty() && Files.isReadable(Path.of(last))
        ? Path.of(last)
        : Courses.deck(files, Courses.FIRST);
  }

  private static Reading read(Path file, ProgramFiles files) {
    CompletableFuture<OpenedDeck> deck =
        CompletableFuture.supplyAsync(() -> open(file, files), THREADS);
    var _ = deck.thenAcceptAsync(FirstReading::layOutADiagram, THREADS);
    return new Reading(file, deck);
  }

  /**
   * Java is slow at what it does for the first time. The window needs this a moment later, and has
   * enough else to do until then.
   */
  private static void layOutADiagram(OpenedDeck opened) {
    opened.deck().slides().stream()
        .flatMap(slide -> slide.blocks().stream())
        .filter(Block.Picture.class::isInstance)
        .limit(PICTURES)
        .map(block -> opened.pictures().find((Block.Picture) block))
        .filter(Picture.Drawn.class::isInstance)
        .findFirst()
        .ifPresent(drawn -> Layout.of(((Picture.Drawn) drawn).diagram()));
  }

  private static OpenedDeck open(Path file, ProgramFiles files) {
    try {
      return OpenedDeck.open(file, files);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  /** What goes wrong with the settings is told once there is somebody to tell. */
  private void tell(String trouble) {
    var _ = listener.thenAccept(to -> to.accept(trouble));
  }

  /** Whether the person asked for a deck or for evidence. */
  boolean isNamed() {
    return !named.isEmpty();
  }

  /** Where the settings are kept, and what else is remembered of this user. */
  Path folder() {
    return folder;
  }

  /** The settings; {@code trouble} hears what was or will be wrong with their file. */
  SettingsStore settings(Consumer<String> trouble) {
    listener.complete(trouble);
    return settings.join();
  }

  /** The evidence file with which the program was started; empty when it was not. */
  Optional<Path> evidence() {
    return named.endsWith(EvidenceFile.ENDING) ? Optional.of(Path.of(named)) : Optional.empty();
  }

  Reading deck() {
    return reading.join();
  }
}
