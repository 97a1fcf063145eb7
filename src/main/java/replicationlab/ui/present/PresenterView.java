package replicationlab.ui.present;

import static replicationlab.ui.deck.SlideAction.*;

import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import replicationlab.deck.Block;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.Place;
import replicationlab.ui.deck.PlaceView;
import replicationlab.ui.deck.SlideKeyHandler;
import replicationlab.ui.deck.SlideStage;
import replicationlab.ui.deck.SlideView;
import replicationlab.ui.kit.BesideOrBelow;
import replicationlab.ui.kit.Keyboard;
import replicationlab.ui.kit.Theme;
import replicationlab.ui.kit.WhileShown;
import replicationlab.ui.text.CodeTools;

/**
 * What the speaker sees: the slide as the audience has it, what comes next, the notes, what can be
 * run, and the time.
 */
public final class PresenterView extends BorderPane {

  /** Its style sheet, for the scene's root. */
  static final String SHEET = Theme.sheet(PresenterView.class, "present.css");

  private final DeckViewModel deck;
  private final SpeakerTools tools;
  private final SlideStage slide;
  private final NotesPane notes;
  private final SlideKeyHandler keys;
  private final CommandList commands;
  private final ReadOnlyObjectWrapper<@Nullable Place> next = new ReadOnlyObjectWrapper<>();
  private final Label end = new Label("The last slide is shown.");

  /**
   * @param now the time of day
   */
  PresenterView(
      DeckViewModel deck,
      Function<Block.Picture, Node> pictures,
      Talk talk,
      Ink ink,
      SpeakerTools tools,
      ScreenPicker screens,
      Supplier<LocalTime> now) {
    this.deck = deck;
    this.tools = tools;
    getStylesheets().addAll(SlideView.SHEET, SHEET, InkLayer.SHEET);
    getStyleClass().add("presenter");
    setMinSize(0, 0);
    slide = new SlideStage(deck, pictures);
    slide.setLetterBoxed(true);
    slide.layers().getChildren().add(new InkLayer(ink));
    CodeTools.offer(slide.place(), tools.codeTools());
    notes = new NotesPane(deck, pictures, tools.notesScale());
    commands = new CommandList();
    keys = new SlideKeyHandler(deck, slide.overlays(), tools::actions);
    slide
        .overlays()
        .means(ZOOM_IN, "bigger notes; a click with Ctrl zooms the slide in, at that point");
    slide.overlays().means(ZOOM_OUT, "smaller notes");
    slide.overlays().means(ZOOM_RESET, "notes in their usual size");
    BesideOrBelow head =
        new BesideOrBelow(new TimeBar(talk, now), new PresenterBar(deck, ink, tools, screens));
    head.getStyleClass().add("presenter-head");
    setTop(head);
    SplitPane right = new SplitPane(nextStep(pictures), notes);
    right.setOrientation(Orientation.VERTICAL);
    right.setDividerPositions(0.38);
    slide.layOver(OverSlide.returning(tools.overSlide().get(), this::focusSlide));
    BorderPane left = new BorderPane(slide);
    left.setBottom(commands);
    left.setMinSize(0, 0);
    SplitPane both = new SplitPane(left, right);
    both.setDividerPositions(0.6);
    setCenter(both);
    for (Node part : List.of(head, commands, notes)) {
      Keyboard.leavesButtonsOf(part, this::focusSlide);
    }
    screens.setOnHidden(_ -> focusSlide());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    WhileShown.subscribe(this, this::subscribe);
  }

  private Node nextStep(Function<Block.Picture, Node> pictures) {
    Label name = new Label("Next");
    name.getStyleClass().add("pane-name");
    PlaceView view = new PlaceView(deck, next.getReadOnlyProperty(), pictures);
    view.setMouseTransparent(true);
    end.getStyleClass().add("presenter-end");
    LetterBox box = new LetterBox(view);
    VBox.setVgrow(box, Priority.ALWAYS);
    end.managedProperty().bind(end.visibleProperty());
    box.managedProperty().bind(box.visibleProperty());
    box.visibleProperty().bind(end.visibleProperty().not());
    VBox all = new VBox(name, end, box);
    all.getStyleClass().add("next-pane");
    all.setMinSize(0, 0);
    return all;
  }

  private Subscription subscribe() {
    return Subscription.combine(
        deck.placeProperty().subscribe(_ -> show()),
        deck.majorProperty().subscribe((was, is) -> show()),
        deck.asWrittenProperty().subscribe((was, is) -> show()),
        tools.canRun().subscribe(_ -> show()));
  }

  private void show() {
    Place after = deck.after();
    end.setVisible(after == null);
    next.set(after);
    commands.show(
        Boolean.TRUE.equals(tools.canRun().getValue()) ? tools.commands().get() : List.of());
  }

  private void key(KeyEvent event) {
    if (!slide.keeps(event) && (tools.firstKey().test(event) || notes.key(event))) {
      event.consume();
      return;
    }
    tools.leave(event, keys);
  }

  /** Gives the slide the keyboard. */
  void focusSlide() {
    slide.place().requestFocus();
  }
}
