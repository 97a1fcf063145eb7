package replicationlab.run;

import java.util.List;
import java.util.Set;
import replicationlab.deck.Block;
import replicationlab.lab.Step;
import replicationlab.postgres.sql.PasswordMask;
import replicationlab.process.OutputLine;

/**
 * What a lab's run tells those who watch. Events come on the run's own thread, in order, and hold
 * no passwords.
 */
public sealed interface LabEvent {

  /** The step that it belongs to; empty for what belongs to none. */
  String stepId();

  /** A step's state has changed. */
  record StepChanged(String stepId, StepState state) implements LabEvent {}

  /** A command, a statement or an edit begins; {@code shown} is what a person would type. */
  record ActionStarted(String stepId, String shown) implements LabEvent {
    public ActionStarted {
      shown = PasswordMask.of(shown);
    }
  }

  /** A line of real output. */
  record Output(String stepId, OutputLine line) implements LabEvent {
    public Output {
      String text = PasswordMask.of(line.text());
      line = text.equals(line.text()) ? line : new OutputLine(line.stream(), text);
    }
  }

  /** A command has ended; {@code outcome} such as "exit code 0". */
  record ActionEnded(String stepId, String outcome, boolean asExpected) implements LabEvent {
    public ActionEnded {
      outcome = PasswordMask.of(outcome);
    }
  }

  /**
   * The person has said what a step will do, before it is run.
   *
   * @param asked the question
   * @param chosen the choice, or several in their order; none if the question was left out
   * @param right whether it is so
   */
  record Predicted(String stepId, String asked, List<String> chosen, boolean right)
      implements LabEvent {
    public Predicted {
      chosen = List.copyOf(chosen);
    }

    static Predicted of(Step step, Block.Question question, Set<Integer> chosen) {
      return new Predicted(
          step.id(),
          question.asked().text(),
          chosen.stream().sorted().map(at -> question.choices().get(at).words().text()).toList(),
          chosen.equals(question.right()));
    }
  }

  /** Something that the person should know, such as which psql ran. */
  record Note(String stepId, String text) implements LabEvent {
    public Note {
      text = PasswordMask.of(text);
    }
  }
}
