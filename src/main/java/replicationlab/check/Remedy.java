package replicationlab.check;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import replicationlab.lab.Action;

/**
 * What heals a mistake: words for a person, and the actions that do it as written. Texts are in the
 * course's own ports, as a lesson has them; a lab's wording puts its own in their place.
 *
 * @param actions in order; empty where only the person can mend it
 */
public record Remedy(String words, List<Action> actions) {

  public Remedy {
    actions = List.copyOf(actions);
  }

  static Remedy of(String words) {
    return new Remedy(words, List.of());
  }

  /** The words, and below them the lines as a person would type them. */
  String text(UnaryOperator<String> wording) {
    return Stream.concat(
            Stream.of(wording.apply(words)),
            actions.stream().map(action -> TypedLines.of(action, wording)))
        .collect(Collectors.joining("\n"));
  }
}
