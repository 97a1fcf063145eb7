package replicationlab.ui.text;

import javafx.scene.Node;
import javafx.scene.Parent;
import replicationlab.deck.Block;

/**
 * Where the answers to questions are kept. Whoever keeps them offers them for all questions below a
 * node, and so they need not be handed through whatever lies between.
 */
@FunctionalInterface
public interface Answers {

  /** What is answered to a question; always the same object for the same question. */
  Prediction of(Block.Question question);

  /** Offers them for all questions that will be shown below a node. */
  static void offer(Node above, Answers answers) {
    above.getProperties().put(Answers.class, answers);
  }

  /** Those that are offered nearest above a node; without any, nothing is kept. */
  static Answers above(Node node) {
    for (Parent each = node.getParent(); each != null; each = each.getParent()) {
      if (each.hasProperties() && each.getProperties().get(Answers.class) instanceof Answers kept) {
        return kept;
      }
    }
    return question -> new Prediction(question, Prediction.Until.ASKED_FOR);
  }
}
