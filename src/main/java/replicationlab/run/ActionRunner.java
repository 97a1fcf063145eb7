package replicationlab.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import replicationlab.lab.Action;
import replicationlab.lab.Role;
import replicationlab.policy.LessonPolicy;
import replicationlab.postgres.psql.PsqlText;
import replicationlab.postgres.sql.CannotConnect;
import replicationlab.postgres.sql.QueryResult;
import replicationlab.postgres.sql.SqlFailure;
import replicationlab.process.Cancellation;
import replicationlab.process.OutputLine;
import replicationlab.progress.Logbook;

/** Carries out one action after another and tells what it does as it does it. */
final class ActionRunner {

  private final Workbench bench;
  private final OpenSessions sessions;
  private final Consumer<LabEvent> events;
  private final CommandAction commands;
  private final LessonPolicy policy;
  private final Logbook logbook;

  ActionRunner(Workbench bench, OpenSessions sessions, Logbook logbook, Consumer<LabEvent> events) {
    this.bench = bench;
    this.sessions = sessions;
    this.events = events;
    this.logbook = logbook;
    this.policy = bench.policy();
    this.commands = new CommandAction(bench, events);
  }

  Outcome run(String stepId, Action action, Cancellation cancellation) {
    String text = bench.wording().of(action.text());
    Outcome outcome;
    try {
      policy.require(action, text);
      bench.handOver(); // what a person has made there since, with an editor
      outcome =
          switch (action) {
            case Action.Command command -> command(stepId, command, text, cancellation);
            case Action.Statement statement -> statement(stepId, statement, text, cancellation);
            case Action.Settings settings -> edit(stepId, settings, settings.file());
            case Action.HbaLines lines -> edit(stepId, lines, lines.file());
            case Action.Replacement line -> edit(stepId, line, line.file());
            case Action.Permissions mode -> permissions(stepId, mode);
          };
      bench.handOver();
    } catch (RuntimeException | IOException e) {
      String words = e.getMessage() == null ? e.toString() : e.getMessage();
      events.accept(new LabEvent.Output(stepId, new OutputLine(OutputLine.Stream.ERR, words)));
      outcome = Outcome.failed(words);
    }
    events.accept(new LabEvent.ActionEnded(stepId, outcome.words(), outcome.asMeant()));
    return outcome;
  }

  /** Written down first: whoever finds it half done is not us any more. */
  private Outcome command(
      String stepId, Action.Command command, String text, Cancellation cancellation)
      throws IOException {
    logbook.begin(stepId, text);
    try {
      return commands.run(stepId, command, text, cancellation);
    } finally {
      logbook.end();
    }
  }

  private Outcome statement(
      String stepId, Action.Statement statement, String sql, Cancellation cancellation)
      throws IOException {
    int port =
        statement.on() == Role.PRIMARY
            ? bench.clusters().primary().port()
            : bench.clusters().standby().port();
    events.accept(
        new LabEvent.ActionStarted(
            stepId, "postgres@" + port + " (session " + statement.session() + ") " + sql));
    try {
      cancellation.onCancel(() -> sessions.cancel(statement.session()));
      QueryResult result = sessions.query(statement.session(), port, sql);
      String first = result.first();
      print(stepId, result);
      if (!statement.saveTo().isEmpty() && first != null) {
        Path file = bench.workspace().folder().resolve(statement.saveTo());
        TextFile.write(file, first);
        events.accept(
            new LabEvent.Note(stepId, "The answer was written to " + statement.saveTo() + "."));
        sessions.close(statement.session());
      }
      return Outcome.done(result.commandTag());
    } catch (SqlFailure e) {
      return refused(stepId, e.words());
    } catch (CannotConnect e) {
      return refused(stepId, String.valueOf(e.getMessage()));
    }
  }

  private Outcome refused(String stepId, String words) {
    words
        .lines()
        .forEach(line ->
            events.accept(
                new LabEvent.Output(stepId, new OutputLine(OutputLine.Stream.ERR, line))));
    return Outcome.failed(words);
  }

  private void print(String stepId, QueryResult result) {
    PsqlText.of(result)
        .forEach(line ->
            events.accept(
                new LabEvent.Output(stepId, new OutputLine(OutputLine.Stream.OUT, line))));
  }

  private Outcome edit(String stepId, Action action, String name) throws IOException {
    Path file = bench.workspace().folder().resolve(name);
    FileEdit edit = FileEdit.of(action, file, bench.wording());
    events.accept(new LabEvent.ActionStarted(stepId, "edit " + name));
    edit.diff()
        .forEach(line ->
            events.accept(
                new LabEvent.Output(stepId, new OutputLine(OutputLine.Stream.OUT, line))));
    if (edit.changesNothing()) {
      return Outcome.done("nothing to change");
    }
    TextFile.write(file, edit.after(), edit.charset());
    return Outcome.done("saved");
  }

  private Outcome permissions(String stepId, Action.Permissions mode) throws IOException {
    Path file = bench.workspace().folder().resolve(mode.file());
    events.accept(new LabEvent.ActionStarted(stepId, "chmod " + mode.text() + " " + mode.file()));
    FileMode.set(file, mode.text());
    return Outcome.done("done");
  }
}
