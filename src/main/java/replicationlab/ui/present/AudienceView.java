package replicationlab.ui.present;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import replicationlab.deck.Block;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.SlideKeyHandler;
import replicationlab.ui.deck.SlideStage;
import replicationlab.ui.deck.SlideView;
import replicationlab.ui.text.CodeTools;

/** What the audience sees: the slide, what is drawn on it, what its code did, and nothing else. */
final class AudienceView extends StackPane {

  private final SpeakerTools tools;
  private final SlideStage slide;
  private final SlideKeyHandler keys;

  AudienceView(
      DeckViewModel deck, Function<Block.Picture, Node> pictures, Ink ink, SpeakerTools tools) {
    this.tools = tools;
    getStylesheets().addAll(SlideView.SHEET, PresenterView.SHEET, InkLayer.SHEET);
    getStyleClass().add("audience");
    slide = new SlideStage(deck, pictures);
    slide.setLetterBoxed(true);
    slide.layers().getChildren().add(new InkLayer(ink));
    CodeTools.offer(slide.place(), tools.codeTools());
    keys = new SlideKeyHandler(deck, slide.overlays(), tools::actions);
    slide.layOver(OverSlide.returning(tools.overSlide().get(), this::focusSlide));
    getChildren().add(slide);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private void key(KeyEvent event) {
    if (!slide.keeps(event) && tools.firstKey().test(event)) {
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
