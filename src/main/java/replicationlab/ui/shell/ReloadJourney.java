package replicationlab.ui.shell;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import replicationlab.course.Courses;
import replicationlab.course.DeckWatch;
import replicationlab.course.OpenedDeck;
import replicationlab.course.ProgramFiles;
import replicationlab.course.Reread;
import replicationlab.lab.Lab;
import replicationlab.ui.consent.ChangedLabStrip;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.Place;
import replicationlab.ui.kit.FxThread;

/**
 * From a file that was saved in any editor to what is shown: slides are drawn anew at once, at the
 * same slide and step; a lab is read again only when the person says so.
 */
final class ReloadJourney implements AutoCloseable {

  private final LabDesk desk;
  private final ChangedLabStrip strip;
  private final DeckWatch watch = new DeckWatch(saved -> FxThread.run(() -> saved(saved)));
  private final ExecutorService reading =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("reload").daemon().factory());
  private final Rereading rereading;
  private @Nullable OpenedDeck watched;
  private Set<Path> ofDeck = Set.of();
  private @Nullable Path lab;

  /**
   * @param openLab opens the lab of the same file again
   */
  ReloadJourney(DeckViewModel deck, ProgramFiles files, LabDesk desk, Runnable openLab) {
    this.rereading =
        new Rereading(deck, before -> Reread.of(before, files), reading, FxThread::run);
    this.desk = desk;
    this.strip = new ChangedLabStrip(openLab);
    deck.placeProperty().subscribe(this::show);
  }

  /** The lab's view, and above it, when its file has changed, a way to take it. */
  Node above(Node labView) {
    BorderPane both = new BorderPane(labView);
    both.setTop(strip);
    both.setMinSize(0, 0);
    strip.same();
    var _ =
        CompletableFuture.supplyAsync(desk::labFile, reading)
            .thenAcceptAsync(
                file -> {
                  lab = file;
                  watchAll();
                },
                FxThread::run);
    return both;
  }

  private void show(@Nullable Place place) {
    if (place != null && !place.isIn(watched)) {
      watched = place.opened();
      ofDeck = Reread.files(place.opened());
      watchAll();
    }
  }

  private void watchAll() {
    Set<Path> all = new HashSet<>(ofDeck);
    if (lab != null) {
      all.add(lab);
    }
    reading.execute(() -> watch.watch(all));
  }

  private void saved(Set<Path> saved) {
    if (lab != null && saved.contains(lab)) {
      look(lab);
    }
    boolean slides =
        saved.stream().anyMatch(file -> ofDeck.contains(file) || ofDeck.contains(file.getParent()));
    if (slides) {
      rereading.saved();
    }
  }

  private void look(Path file) {
    var _ =
        CompletableFuture.supplyAsync(() -> Courses.lab(file), reading)
            .whenCompleteAsync(this::compare, FxThread::run);
  }

  private void compare(@Nullable Lab now, @Nullable Throwable failure) {
    OpenLab open = desk.current();
    if (open == null) {
      return;
    }
    if (now == null) {
      strip.broken(DeckJourney.rootOf(failure));
    } else if (now.digest().equals(open.run().lab().digest())) {
      strip.same();
    } else if (!now.problems().isEmpty()) {
      strip.broken(
          "line " + now.problems().getFirst().line() + ": " + now.problems().getFirst().message());
    } else {
      strip.changed();
    }
  }

  @Override
  public void close() {
    watch.close();
    reading.shutdown();
  }
}
