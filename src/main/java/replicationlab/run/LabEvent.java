package replicationlab.run;

import replicationlab.process.OutputLine;

/** What a lab's run tells those who watch. Events come on the run's own thread, in order. */
public sealed interface LabEvent {

  /** The step that it belongs to; empty for what belongs to none. */
  String stepId();

  /** A step's state has changed. */
  record StepChanged(String stepId, StepState state) implements LabEvent {}

  /** A command, a statement or an edit begins; {@code shown} is what a person would type. */
  record ActionStarted(String stepId, String shown) implements LabEvent {}

  /** A line of real output. */
  record Output(String stepId, OutputLine line) implements LabEvent {}

  /** A command has ended; {@code outcome} such as "exit code 0". */
  record ActionEnded(String stepId, String outcome, boolean asExpected) implements LabEvent {}

  /** Something that the person should know, such as which psql ran. */
  record Note(String stepId, String text) implements LabEvent {}
}
