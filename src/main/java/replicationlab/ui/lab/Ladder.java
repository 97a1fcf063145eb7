package replicationlab.ui.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import replicationlab.deck.Block;
import replicationlab.lab.Step;
import replicationlab.progress.Help;
import replicationlab.run.StepState;

/**
 * What can be asked for in one step, each rung telling more than the one before: a nudge, a
 * pointer, the command, and to have it done. A step whose author wrote no hints begins with the
 * command.
 */
record Ladder(List<Help> rungs, List<List<Block>> hints) {

  static Ladder of(Step step, int major) {
    List<List<Block>> hints = step.guidance().hintsFor(major);
    List<Help> rungs = new ArrayList<>(List.of(Help.NUDGE, Help.POINTER).subList(0, hints.size()));
    if (!step.actionsFor(major).isEmpty()) {
      rungs.add(Help.COMMAND);
      rungs.add(Help.DONE);
    }
    return new Ladder(List.copyOf(rungs), hints);
  }

  /** The rung after what was given; empty when there is no more help. */
  Optional<Help> next(Help given) {
    return rungs.stream().filter(rung -> rung.compareTo(given) > 0).findFirst();
  }

  /** The words of a hint; empty for the rungs above. */
  List<Block> words(Help rung) {
    int index = rungs.indexOf(rung);
    return index >= 0 && index < hints.size() ? hints.get(index) : List.of();
  }

  /** Why there is no help for a step that has passed, is shown in the guided way, or is none. */
  static String whyNone(@Nullable StepState state) {
    return state == null
        ? "No step is open; open one to get a hint for it."
        : state.status() == StepState.Status.PASSED
            ? "This step has passed and needs no hint; Go on opens the next one to do."
            : "The guided way shows the command itself; choose On my own to get hints instead.";
  }

  /** A rung's name, as on its button. */
  static String name(Help rung) {
    return switch (rung) {
      case NONE -> "";
      case NUDGE -> "Nudge";
      case POINTER -> "Pointer";
      case COMMAND -> "Command";
      case DONE -> "Do it for me";
    };
  }

  /** What asking for a rung does, for its tooltip. */
  static String promise(Help rung) {
    return switch (rung) {
      case NONE -> "";
      case NUDGE -> "In which direction to look; the step can still be solved";
      case POINTER -> "What to use, and where; the step can still be solved";
      case COMMAND -> "Show exactly what to do; the step then counts as assisted";
      case DONE -> "The lab does it; the step then counts as assisted";
    };
  }
}
