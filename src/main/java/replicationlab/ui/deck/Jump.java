package replicationlab.ui.deck;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.WrappingCell;

/** From a number, or some letters of a title, to a slide. */
final class Jump {

  private static final int MOST = 100;

  private Jump() {}

  static Overlay overlay(DeckViewModel model, Runnable close) {
    List<String> names = SlideNames.of(model.slides());
    return new ListOverlay<>(
        new ListOverlay.Kind<>(
            Icons.GO_ON,
            "Go to slide",
            "Number or title",
            "No slide has this number or title.",
            words -> find(names, words),
            () -> new NameCell(names)),
        Runnable::run,
        chosen -> model.goTo(chosen + 1),
        close);
  }

  /** The indexes of the slides that are meant, the likeliest first. */
  static List<Integer> find(List<String> names, String words) {
    return TitleMatch.best(names, words).stream().limit(MOST).toList();
  }

  private static final class NameCell extends WrappingCell<Integer> {

    private final List<String> names;
    private final Label number = new Label();

    NameCell(List<String> names) {
      this.names = names;
      number.getStyleClass().add("outline-number");
      before(number);
    }

    @Override
    protected void updateItem(@Nullable Integer index, boolean empty) {
      super.updateItem(index, empty);
      if (empty || index == null) {
        showName(null);
        return;
      }
      number.setText(String.valueOf(index + 1));
      showName(names.get(index));
    }
  }

  /** All of them, when nothing was typed. */
  static List<Integer> all(List<String> names) {
    return IntStream.range(0, names.size()).boxed().toList();
  }
}
