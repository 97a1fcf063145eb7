package replicationlab.ui.lab;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import replicationlab.deck.Block;
import replicationlab.progress.Help;
import replicationlab.ui.kit.Icons;

/** A step's ladder of help: its rungs, those that were taken, and what they said. */
final class LadderPane extends VBox {

  private final Ladder ladder;
  private final Function<List<Block>, Node> text;
  private @Nullable Help shown;

  LadderPane(Ladder ladder, Function<List<Block>, Node> text) {
    this.ladder = ladder;
    this.text = text;
    getStyleClass().add("ladder");
  }

  boolean hasRungs() {
    return !ladder.rungs().isEmpty();
  }

  /** Shows what was given so far. */
  void show(Help given) {
    if (given == shown) {
      return;
    }
    shown = given;
    Label free = new Label("Do it any way you like, then check. Help, if you want it:");
    free.setWrapText(true);
    free.setMinHeight(USE_PREF_SIZE);
    free.getStyleClass().add("caption");
    getChildren().setAll(new VBox(free, rungs(given)));
    for (Help rung : ladder.rungs()) {
      List<Block> words = ladder.words(rung);
      if (rung.compareTo(given) <= 0 && !words.isEmpty()) {
        getChildren().add(passage(Ladder.name(rung), text.apply(words)));
      }
    }
  }

  /** The words that were given last, or the rungs while there are none. */
  Node newest() {
    return getChildren().getLast();
  }

  private FlowPane rungs(Help given) {
    FlowPane row = new FlowPane();
    row.getStyleClass().add("rungs");
    for (Help rung : ladder.rungs()) {
      if (!row.getChildren().isEmpty()) {
        Label between = new Label("›");
        between.getStyleClass().add("between");
        row.getChildren().add(between);
      }
      boolean taken = rung.compareTo(given) <= 0;
      Label name = new Label(Ladder.name(rung));
      name.getStyleClass().add("rung");
      if (taken) {
        name.getStyleClass().add("taken");
        name.setGraphic(Icons.ASSISTED.node());
      }
      name.setAccessibleText(Ladder.name(rung) + (taken ? ", shown" : ", not asked for"));
      row.getChildren().add(name);
    }
    return row;
  }

  /** Words of the author's under a caption. */
  static Node passage(String name, Node words) {
    Label caption = new Label(name);
    caption.getStyleClass().add("caption");
    VBox box = new VBox(caption, words);
    box.getStyleClass().add("passage");
    return box;
  }
}
