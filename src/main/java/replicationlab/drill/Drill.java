package replicationlab.drill;

import java.util.List;
import java.util.Optional;
import replicationlab.deck.Block;
import replicationlab.lab.Action;
import replicationlab.lab.Versions;

/**
 * A mistake that can be set on purpose.
 *
 * @param id how the command line names it
 * @param line the line of the file on which it begins, counted from 1
 * @param story what happened, without what was done
 * @param actions what breaks a finished Lab Exercise 1; see {@link #actionsFor}
 * @param predictions what the proof then shows, by major
 * @param afterwards what is told when it has been mended
 */
public record Drill(
    String id,
    int line,
    String title,
    List<Block> story,
    List<Action> actions,
    List<Prediction> predictions,
    List<Block> afterwards) {

  /**
   * What the proof shows once the drill is set.
   *
   * @param mistake the name under which the checker knows the mistake
   * @param rows the names of the proof's rows that fail
   */
  public record Prediction(Versions versions, String mistake, List<String> rows) {
    public Prediction {
      rows = List.copyOf(rows);
    }
  }

  public Drill {
    story = List.copyOf(story);
    actions = List.copyOf(actions);
    predictions = List.copyOf(predictions);
    afterwards = List.copyOf(afterwards);
  }

  /** What sets it on a major. */
  public List<Action> actionsFor(int major) {
    return actions.stream().filter(action -> action.versions().contain(major)).toList();
  }

  /** What the proof shows on a major; empty if the mistake cannot happen there. */
  public Optional<Prediction> predictionFor(int major) {
    return predictions.stream().filter(each -> each.versions().contain(major)).findFirst();
  }
}
