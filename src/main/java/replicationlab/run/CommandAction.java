package replicationlab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import replicationlab.files.OwnerOnly;
import replicationlab.lab.Action;
import replicationlab.policy.CommandWords;
import replicationlab.policy.LessonPolicy;
import replicationlab.postgres.cluster.ServerControl;
import replicationlab.postgres.install.Program;
import replicationlab.postgres.psql.BuiltInPsql;
import replicationlab.process.Cancellation;
import replicationlab.process.CommandRequest;
import replicationlab.process.CommandResult;
import replicationlab.process.OutputLine;

/**
 * Runs a lesson's command line, one of PostgreSQL's own programs or a file command, after the
 * policy has allowed it.
 */
final class CommandAction {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Workbench bench;
  private final Consumer<LabEvent> events;
  private boolean saidWhichPsql;

  CommandAction(Workbench bench, Consumer<LabEvent> events) {
    this.bench = bench;
    this.events = events;
  }

  Outcome run(String stepId, Action.Command action, String line, Cancellation cancellation)
      throws IOException {
    CommandWords words = CommandWords.parse(line);
    events.accept(new LabEvent.ActionStarted(stepId, line));
    Map<String, String> environment = new TreeMap<>(bench.environment());
    environment.put(ServerControl.OWNER_VARIABLE, bench.workspace().folder().toString());
    environment.putAll(words.environment());
    Consumer<OutputLine> live = output -> events.accept(new LabEvent.Output(stepId, output));
    if (LessonPolicy.isFileCommand(words.program())) {
      new RoomForCopy(bench, note -> events.accept(new LabEvent.Note(stepId, note))).make(words);
      Outcome outcome =
          FileCommands.isInstalled(words.program(), environment.getOrDefault("PATH", ""))
              ? external(action, words.words(), environment, live, cancellation)
              : builtIn(stepId, action, words, live, cancellation);
      restrict(words);
      return outcome;
    }
    Program program = postgresProgram(words.program());
    if (program == Program.PSQL) {
      sayWhichPsql(stepId);
    }
    Optional<Path> path = bench.clusters().installation().program(program);
    if (path.isEmpty() && program == Program.PSQL) {
      int exitCode = new BuiltInPsql().run(words.arguments(), environment, live, cancellation);
      return outcome(action, exitCode);
    }
    if (path.isEmpty()) {
      return Outcome.failed(
          "This PostgreSQL has no "
              + words.program()
              + "; choose another installation that has it.");
    }
    new RoomForCopy(bench, note -> events.accept(new LabEvent.Note(stepId, note))).make(words);
    List<String> command = new ArrayList<>(bench.unprivileged().prefix(program));
    command.add(path.get().toString());
    command.addAll(words.arguments());
    return external(action, command, environment, live, cancellation);
  }

  /** What touch, mkdir and cp make has the rights that the system gives by default: too many. */
  private void restrict(CommandWords words) throws IOException {
    if (Set.of("touch", "mkdir", "cp").contains(words.program())) {
      Path made = bench.workspace().folder().resolve(words.arguments().getLast());
      if (Files.exists(made)) {
        OwnerOnly.restrict(made);
      }
    }
  }

  private Outcome builtIn(
      String stepId,
      Action.Command action,
      CommandWords words,
      Consumer<OutputLine> live,
      Cancellation cancellation) {
    events.accept(
        new LabEvent.Note(
            stepId,
            "This machine has no " + words.program() + "; the lab's built-in one runs instead."));
    try {
      return outcome(action, new FileCommands(bench.workspace(), live, cancellation).run(words));
    } catch (CancellationException e) {
      return Outcome.failed("cancelled");
    }
  }

  private static Program postgresProgram(String name) {
    return Program.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private void sayWhichPsql(String stepId) {
    if (!saidWhichPsql) {
      saidWhichPsql = true;
      events.accept(
          new LabEvent.Note(
              stepId,
              bench
                  .clusters()
                  .installation()
                  .program(Program.PSQL)
                  .map(path -> "psql is " + path)
                  .orElse("This machine has no psql; the lab's built-in one runs instead.")));
    }
  }

  private Outcome external(
      Action.Command action,
      List<String> command,
      Map<String, String> environment,
      Consumer<OutputLine> live,
      Cancellation cancellation) {
    CommandResult result =
        bench
            .runner()
            .run(
                new CommandRequest(command, bench.workspace().folder(), environment, PATIENCE),
                live,
                cancellation);
    return switch (result.ending()) {
      case EXITED -> outcome(action, result.exitCode());
      case TIMED_OUT ->
          Outcome.failed("ended after " + PATIENCE.toMinutes() + " minutes without an end");
      case CANCELLED -> Outcome.failed("cancelled");
    };
  }

  private static Outcome outcome(Action.Command action, int exitCode) {
    if (action.refusalExpected()) {
      return exitCode == 0
          ? Outcome.failed("exit code 0, where the server should have refused")
          : Outcome.done("refused, as it should be (exit code " + exitCode + ")");
    }
    return new Outcome(exitCode == 0, "exit code " + exitCode);
  }
}
