package replicationlab.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import replicationlab.course.Courses;
import replicationlab.course.ProgramFiles;
import replicationlab.deck.Slide;
import replicationlab.lab.Lab;
import replicationlab.settings.Settings.LabChoice;
import replicationlab.ui.deck.DeckView;
import replicationlab.ui.deck.Place;
import replicationlab.ui.home.Home;
import replicationlab.ui.home.HomeLinks;
import replicationlab.ui.home.HomeView;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.lab.LabViewModel;

/** Home beside the slide: in the slide's place at the very first start, and for coming back. */
final class HomePane {

  static final String NAME = "Home";
  private static final String SLIDE = "Slide";

  private final ReplicationLabWindow window;
  private final ProgramFiles files;
  private @Nullable HomeView made;
  private Consumer<String> select = name -> {};
  private Runnable focusSlide = () -> {};
  private CompletableFuture<List<Lab>> labs = CompletableFuture.completedFuture(List.of());
  private boolean first;
  private @Nullable Runnable onceBegun;
  private boolean showing;
  private boolean listens;
  private String postgres = "is being looked for…";

  HomePane(ReplicationLabWindow window, ProgramFiles files) {
    this.window = window;
    this.files = files;
  }

  /** Made when it is first shown: at most starts it is not. */
  private HomeView view() {
    HomeView view = made;
    if (view == null) {
      view =
          new HomeView(
              new HomeLinks(
                  this::toSlides,
                  this::toLab,
                  deck -> window.deckJourney().open(deck),
                  () -> window.deckJourney().choose(),
                  () -> window.preferences().showLab(),
                  () -> window.evidenceJourney().export(),
                  () -> window.evidenceJourney().showClass()));
      made = view;
    }
    return view;
  }

  ShellPane pane() {
    return new ShellPane(
        NAME,
        Icons.HOME,
        "What there is, how far you are, and where you were (Alt+Home)",
        this::view,
        this::opened,
        this::shown);
  }

  /**
   * @param select brings a pane of the slide's place to the front
   */
  void shownBy(Consumer<String> select) {
    this.select = select;
  }

  /** At the very first start Home is in the slide's place; else the slide gets the focus. */
  void begin(DeckView slides, boolean deckWasNamed) {
    focusSlide = slides::focusSlide;
    first = window.settings().firstStart() && !deckWasNamed;
    if (first) {
      show();
    } else {
      focusSlide.run();
      // In a window that was there before, as for a last look, the slide comes with the next layout
      // only; until then it takes no focus.
      FxThread.afterNextFrame(focusSlide);
    }
  }

  void show() {
    select.accept(NAME);
    FxThread.later(view()::takeFocus);
    // The first time it comes into the window with the next layout only.
    FxThread.afterNextFrame(view()::takeFocus);
  }

  /** Runs a task at once, or, at the very first start, not before the person has begun. */
  void onceBegun(Runnable task) {
    if (first) {
      onceBegun = task;
    } else {
      task.run();
    }
  }

  private void begun() {
    first = false;
    Runnable task = onceBegun;
    onceBegun = null;
    if (task != null) {
      FxThread.later(task);
    }
  }

  /** Brings the slide to the front, with the keys. */
  void toSlides() {
    begun();
    select.accept(SLIDE);
    focusSlide.run();
    FxThread.afterNextFrame(focusSlide);
  }

  private void toLab() {
    begun();
    select.accept(SLIDE);
    window.shell().show(ShellView.Part.LAB, true);
    window.wayToStep().take();
  }

  private void opened(@Nullable OpenLab lab) {
    postgres =
        lab == null
            ? "known once the lab is open"
            : String.valueOf(lab.bench().clusters().installation().version());
    refresh();
  }

  private void shown(boolean now) {
    showing = now;
    if (now && !listens) {
      listens = true;
      window.deckJourney().model().placeProperty().subscribe(this::moved);
      labs = CompletableFuture.supplyAsync(() -> Courses.labs(files), Thread::startVirtualThread);
      var _ = labs.whenCompleteAsync((found, failure) -> refresh(), FxThread::run);
    }
    refresh();
  }

  /** Whoever goes to a slide elsewhere wants to see it. */
  private void moved(@Nullable Place was, @Nullable Place is) {
    if (showing && was != null && is != null && !is.isOnSlideOf(was)) {
      begun();
      select.accept(SLIDE);
    }
    refresh();
  }

  private void refresh() {
    if (!showing) {
      return;
    }
    Place place = window.deckJourney().model().placeProperty().get();
    Slide slide = place == null ? null : place.slide();
    view()
        .show(
            new Home(
                first,
                place == null ? "" : place.opened().deck().title(),
                place == null ? 0 : place.index() + 1,
                place == null ? 0 : place.opened().deck().slides().size(),
                slide == null ? "" : slide.title(),
                progress(),
                window.deckJourney().recent().stream().map(Path::of).toList(),
                surroundings()));
  }

  private List<Home.LabProgress> progress() {
    @Nullable LabViewModel open = window.lab();
    if (labs.isCompletedExceptionally()) {
      return List.of();
    }
    return labs.getNow(List.of()).stream()
        .map(lab -> {
          boolean isOpen = open != null && open.title().equals(lab.title());
          int passed = open != null && isOpen ? open.tallyProperty().get().passed() : 0;
          return new Home.LabProgress(lab.title(), passed, lab.steps().size(), isOpen);
        })
        .toList();
  }

  private Home.Surroundings surroundings() {
    LabChoice choice = window.settings().current().lab();
    return new Home.Surroundings(
        window.desk().workspace(choice).toString(),
        postgres,
        choice.primaryPort() + " (primary) and " + choice.standbyPort() + " (standby)");
  }
}
