package replicationlab.ui.shell;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import replicationlab.course.DeckLesson;
import replicationlab.course.OpenedDeck;
import replicationlab.course.ProgramFiles;
import replicationlab.course.ShippedLessons;
import replicationlab.course.SlideBlock;
import replicationlab.deck.Block;
import replicationlab.deck.Slide;
import replicationlab.lab.Lab;
import replicationlab.lab.SlideCode;
import replicationlab.run.SlideRun;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.Place;
import replicationlab.ui.deck.Steps;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.slidelab.RunButton;
import replicationlab.ui.slidelab.SlideRunView;
import replicationlab.ui.slidelab.SlideRunViewModel;
import replicationlab.ui.text.Answers;
import replicationlab.ui.text.CodeTools;
import replicationlab.ui.text.Prediction;

/**
 * From a slide's code to what it did in the lab's clusters. A lab has to be open and agreed to; a
 * deck that did not come with the program is read before it runs, as a lab is.
 */
final class SlideRunJourney implements CodeTools {

  private final DeckViewModel deck;
  private final ProgramFiles files;
  private final ConsentJourney consent;
  private final Answers answers;
  private final SlideRunViewModel model = new SlideRunViewModel(FxThread::run);
  private final Set<Prediction> told = new HashSet<>();
  private final ObjectProperty<@Nullable OpenLab> lab = new SimpleObjectProperty<>();
  private final ObservableValue<Boolean> possible;

  SlideRunJourney(DeckViewModel deck, ProgramFiles files, ConsentJourney consent, Answers answers) {
    this.deck = deck;
    this.answers = answers;
    this.files = files;
    this.consent = consent;
    possible =
        Bindings.createBooleanBinding(
            () -> lab.get() != null && consent.agreedProperty().get(),
            lab,
            consent.agreedProperty());
    // What was run belongs to its slide.
    deck.placeProperty()
        .subscribe((was, is) -> {
          if (is == null || !is.isOnSlideOf(was)) {
            model.close();
            told.forEach(prediction -> prediction.ranProperty().set(false));
            told.clear();
          }
        });
  }

  /** A lab has been opened; null: it was closed. */
  void opened(@Nullable OpenLab opened) {
    lab.set(opened);
  }

  /** What was answered to the slides' questions. */
  Answers answers() {
    return answers;
  }

  /** Whether a lab is open that may run things. */
  ObservableValue<Boolean> possible() {
    return possible;
  }

  /** Whether something lies over the slide. */
  boolean isOpen() {
    return model.isOpen();
  }

  /** Tells whether something lies over the slide, now and whenever that may have changed. */
  void onOpen(Consumer<Boolean> told) {
    model.stateProperty().subscribe(_ -> told.accept(model.isOpen()));
  }

  /** What lies over a slide when its code has been run; one for each window. */
  Node view() {
    return new SlideRunView(model);
  }

  /** Esc puts away what was run, before it ends a show; true if there was something. */
  boolean key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && model.isOpen()) {
      model.close();
      return true;
    }
    return false;
  }

  /** The keys that move what was run, and not the slide under it; true if it was one of them. */
  boolean scroll(KeyEvent event) {
    boolean isPlain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
    if (!model.isOpen() || !isPlain || event.getTarget() instanceof TextInputControl) {
      return false;
    }
    switch (event.getCode()) {
      case DOWN -> model.scroll(1);
      case UP -> model.scroll(-1);
      case HOME -> model.scroll(-SlideRunViewModel.MOST_ROWS);
      case END -> model.scroll(SlideRunViewModel.MOST_ROWS);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** What can be run of the slide that is shown. */
  List<SlideBlock> blocks() {
    Place place = deck.placeProperty().get();
    Slide slide = place == null ? null : place.slide();
    return place == null || slide == null
        ? List.of()
        : SlideBlock.of(
            slide,
            place.opened().changes(),
            deck.majorProperty().get(),
            deck.asWrittenProperty().get());
  }

  @Override
  public List<Node> of(Block.Code code) {
    // The slide may be built before it is the model's.
    return SlideCode.actions(code, deck.majorProperty().get(), false).isEmpty()
        ? List.of()
        : List.of(
            new RunButton(
                possible,
                code.source().lines().findFirst().orElse(""),
                () -> find(code.line()).ifPresent(this::run)));
  }

  private Optional<SlideBlock> find(int line) {
    return blocks().stream().filter(block -> block.code().line() == line).findFirst();
  }

  /** Runs a block, after asking if the deck is from elsewhere. */
  void run(SlideBlock block) {
    OpenLab open = lab.get();
    Place place = deck.placeProperty().get();
    if (open == null || place == null) {
      return;
    }
    OpenedDeck lesson = place.opened();
    int major = open.run().major();
    var _ =
        CompletableFuture.supplyAsync(
                () -> cameWithTheProgram(lesson, major), Thread::startVirtualThread)
            .thenAcceptAsync(
                ours -> {
                  // Whoever has left the slide meanwhile does not want it any more.
                  if (place.isOnSlideOf(deck.placeProperty().get())
                      && (ours || agreesTo(DeckLesson.of(lesson, major), open))) {
                    run(block, SlideRun.on(open.bench(), open.run()));
                  }
                },
                FxThread::run);
  }

  /** Runs a block of the slide that is shown. */
  void run(SlideBlock block, SlideRun on) {
    model.run(block, on, () -> predicted(block));
  }

  /**
   * The question before the block is answered by what has run, and the slide says so too. What else
   * the slide asks stays open: its steps are taken only if the answer is the next of them.
   */
  private String predicted(SlideBlock block) {
    Place place = deck.placeProperty().get();
    Slide slide = place == null ? null : place.slide();
    if (place == null || slide == null || block.asked().isEmpty()) {
      return "";
    }
    Prediction prediction = answers.of(block.asked().get());
    int step = Steps.answerBefore(slide, block.code().line()).orElse(0);
    if (step == place.step() + 1) {
      deck.showStep(step);
    } else if (step > place.step()) {
      prediction.ranProperty().set(true);
      told.add(prediction);
    }
    return prediction.told();
  }

  private boolean cameWithTheProgram(OpenedDeck lesson, int major) {
    Set<String> shipped = ShippedLessons.digests(files);
    return DeckLesson.cameWithTheProgram(lesson, files, shipped, major);
  }

  private boolean agreesTo(Lab lesson, OpenLab open) {
    return consent.ask(lesson, open.run().major(), open.bench());
  }
}
