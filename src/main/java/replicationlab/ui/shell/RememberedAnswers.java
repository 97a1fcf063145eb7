package replicationlab.ui.shell;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import replicationlab.deck.Block;
import replicationlab.settings.GivenAnswers;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.Place;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.Messages;
import replicationlab.ui.text.Answers;
import replicationlab.ui.text.Prediction;

/**
 * What the person has answered to the questions of the open deck, in the settings. A question is
 * known by its words: one that is moved stays answered, and one that is written anew is new.
 */
final class RememberedAnswers implements Answers, AutoCloseable {

  private final GivenAnswers kept;
  private final InTurn disk;
  private final Map<String, Prediction> predictions = new HashMap<>();
  private Map<String, Set<Integer>> before = Map.of();
  private String deck = "";

  RememberedAnswers(Path settingsFolder, DeckViewModel slides, Messages messages) {
    kept = new GivenAnswers(settingsFolder);
    disk = new InTurn(messages::warn);
    slides.placeProperty().subscribe(this::follow);
  }

  private void follow(@Nullable Place place) {
    String now = place == null ? "" : place.opened().file().toString();
    if (now.equals(deck)) {
      return;
    }
    deck = now;
    predictions.clear();
    before = Map.of();
    disk.later(() -> {
      Map<String, Set<Integer>> answers = kept.of(now);
      FxThread.run(() -> take(now, answers));
    });
  }

  private void take(String from, Map<String, Set<Integer>> answers) {
    if (from.equals(deck)) {
      before = answers;
      predictions.forEach(this::recall);
    }
  }

  private void recall(String mark, Prediction prediction) {
    Set<Integer> chosen = before.get(mark);
    if (chosen != null && prediction.chosenProperty().get() == null) {
      prediction.chosenProperty().set(chosen);
    }
  }

  @Override
  public Prediction of(Block.Question question) {
    return predictions.computeIfAbsent(
        question.mark(),
        mark -> {
          Prediction made = new Prediction(question, Prediction.Until.ASKED_FOR);
          recall(mark, made);
          String here = deck;
          made.chosenProperty().subscribe((was, is) -> keep(here, mark, is));
          return made;
        });
  }

  private void keep(String in, String mark, @Nullable Set<Integer> chosen) {
    disk.later(() -> kept.remember(in, mark, Objects.requireNonNullElse(chosen, Set.of())));
  }

  /** The last answer reaches the disk before the program ends. */
  @Override
  public void close() {
    disk.finish();
  }
}
