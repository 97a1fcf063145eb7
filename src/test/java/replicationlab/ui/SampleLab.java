package replicationlab.ui;

import java.util.ArrayList;
import java.util.List;
import replicationlab.check.CheckResult;
import replicationlab.check.Verdict;
import replicationlab.deck.Block;
import replicationlab.deck.Prose;
import replicationlab.lab.Action;
import replicationlab.lab.Guidance;
import replicationlab.lab.Lab;
import replicationlab.lab.Role;
import replicationlab.lab.Step;
import replicationlab.lab.Versions;
import replicationlab.run.Preview;

/** A lab as the course has it, to look at. */
public final class SampleLab {

  private static final String PSQL = "psql -p 5432 -c ";

  private SampleLab() {}

  /** Sixteen steps. */
  public static Lab lab() {
    List<Step> steps = new ArrayList<>();
    steps.add(run("initdb", "Create a cluster", 27, "initdb -D data -U postgres -A trust"));
    steps.add(
        edit(
            "wal",
            "Write enough WAL, and keep it",
            19,
            "data/postgresql.conf",
            "wal_level = hot_standby\nwal_keep_size = 800MB\nmax_wal_senders = 1",
            "wal_keep_segments = 50"));
    steps.add(
        new Step(
            "hba",
            1,
            "Let the standby connect",
            20,
            why("Replication has lines of its own in pg_hba.conf."),
            List.of(
                new Action.HbaLines(
                    1,
                    Versions.ALL,
                    "host  replication  all  127.0.0.1/32  trust",
                    "data/pg_hba.conf")),
            List.of(),
            List.of(),
            0,
            new Guidance(
                List.of(
                    passage("Who may connect from where stands in a file of its own."),
                    passage(
                        "Add a line to data/pg_hba.conf. In its second field stands the word"
                            + " replication.")),
                List.of(
                    passage(
                        "The word replication means connections that ask for WAL. Look at"
                            + " pg_hba_file_rules once the server runs.")))));
    steps.add(run("start-primary", "Start the primary", 20, "pg_ctl -l logs/primary.log start"));
    steps.add(
        run(
            "first-table",
            "Create a table",
            27,
            PSQL + "\"CREATE TABLE firsttest(x int)\" postgres"));
    steps.add(
        new Step(
            "start-backup",
            1,
            "Begin a backup",
            21,
            why(
                "The server writes a checkpoint and notes where in the WAL it stands: replay of"
                    + " the copy will begin there."),
            List.of(
                new Action.Statement(
                    1,
                    Versions.ALL,
                    "SELECT pg_backup_start('testing', true)",
                    Role.PRIMARY,
                    "backup",
                    "")),
            List.of(new Step.AsOf90(Versions.ALL, "SELECT pg_start_backup('testing');")),
            List.of(),
            0));
    steps.add(run("copy", "Copy the files", 21, "cp -p -R data data2"));
    steps.add(run("stop-backup", "End the backup", 21, "SELECT labelfile FROM pg_backup_stop()"));
    steps.add(run("pid-file", "Remove the copied pid file", 22, "rm data2/postmaster.pid"));
    steps.add(
        edit(
            "standby-port",
            "Give the standby its port",
            22,
            "data2/postgresql.conf",
            "port = 5433\nhot_standby = on",
            ""));
    steps.add(run("recovery", "Make it a standby", 23, "touch data2/standby.signal"));
    steps.add(
        run(
            "start-standby",
            "Start the standby",
            23,
            "PGDATA=data2 pg_ctl -l logs/standby.log start"));
    steps.add(
        run(
            "streamtest",
            "Create streamtest on the primary",
            24,
            PSQL + "\"CREATE TABLE streamtest(x int)\" postgres"));
    steps.add(asking());
    steps.add(
        run(
            "insert",
            "Insert on the primary",
            24,
            PSQL + "\"INSERT INTO streamtest VALUES (1)\" postgres"));
    steps.add(
        run(
            "refused",
            "Be refused on the standby",
            24,
            "psql -p 5433 -c \"INSERT INTO streamtest VALUES (1)\" postgres"));
    return new Lab("sample", "Lab Exercise 1: streaming replication", steps, List.of());
  }

  /** It asks which tables the standby will list; the first two choices are right. */
  private static Step asking() {
    Block.Question question =
        new Block.Question(
            7,
            Prose.plain("Which tables will the standby list?"),
            List.of(
                choice("firsttest", true, "It was copied."),
                choice("streamtest", true, "It came through the stream."),
                choice("None of them.", false, "")));
    return new Step(
        "describe",
        1,
        "Find it on the standby",
        24,
        List.of(why("On 5433 nobody has ever created a table.").getFirst(), question),
        List.of(new Action.Command(1, Versions.ALL, "psql -p 5433 -c \"\\d\" postgres", false)),
        List.of(),
        List.of(),
        0);
  }

  private static Block.Choice choice(String words, boolean right, String why) {
    return new Block.Choice(
        Prose.plain(words), right, why.isEmpty() ? List.of() : List.of(Prose.plain(why)));
  }

  /** What an action of {@link #lab} will do. */
  public static Preview preview(Action action) {
    return switch (action) {
      case Action.Settings settings ->
          new Preview(
              action,
              action.text(),
              List.of("edits " + settings.file()),
              List.of(),
              List.of(),
              List.of(
                  "@@ -211,3 +211,3 @@",
                  "-#wal_level = replica\t\t\t# minimal, replica, or logical",
                  "+wal_level = hot_standby",
                  "                                       # (change requires restart)",
                  "-#max_wal_senders = 10",
                  "+max_wal_senders = 1"));
      case Action.HbaLines lines ->
          new Preview(
              action, action.text(), List.of(lines.file()), List.of(), List.of(), List.of());
      case Action.Command command ->
          new Preview(
              action,
              command.text(),
              List.of("reads data", "writes data2"),
              List.of(5432),
              List.of("starts cp, which ends by itself"),
              List.of());
      case Action.Statement statement ->
          new Preview(action, statement.text(), List.of(), List.of(5432), List.of(), List.of());
      case Action.Replacement _, Action.Permissions _ ->
          new Preview(action, action.text(), List.of(), List.of(), List.of(), List.of());
    };
  }

  /** A check that passed. */
  public static CheckResult passed() {
    return new CheckResult(
        "recovery",
        Verdict.PASSED,
        "Is the server on 5433 in recovery, and the one on 5432 not?",
        "5432: SELECT pg_is_in_recovery();\n5433: SELECT pg_is_in_recovery();",
        "5432: f\n5433: t",
        "",
        "");
  }

  /** A check that failed, with a remedy that can be carried out. */
  public static CheckResult mendable() {
    CheckResult failed = failed();
    Action resume =
        new Action.Command(
            0, Versions.ALL, PSQL + "\"SELECT pg_wal_replay_resume()\" postgres", false);
    return new CheckResult(
        failed.name(),
        failed.verdict(),
        failed.question(),
        failed.sql(),
        failed.answer(),
        failed.cause(),
        "# Let it go on.\n" + resume.text(),
        "replay-paused",
        List.of(resume));
  }

  /** A check that failed. */
  public static CheckResult failed() {
    return new CheckResult(
        "arrives",
        Verdict.FAILED,
        "Is a row written on 5432 read on 5433?",
        "5432: INSERT INTO replication_lab.proof VALUES (42) RETURNING pg_current_wal_lsn();\n"
            + "5433: SELECT pg_last_wal_replay_lsn();",
        "5432: 0/3015690\n5433: 0/3000060, the same for 10 s",
        "The standby receives WAL but does not replay it: replay is paused.",
        "Run SELECT pg_wal_replay_resume(); on 5433.");
  }

  /** A check that could not be carried out. */
  public static CheckResult undetermined() {
    return new CheckResult(
        "streams",
        Verdict.UNDETERMINED,
        "Does the standby's WAL receiver stream from 5432?",
        "5433: SELECT status FROM pg_stat_wal_receiver;",
        "connection to 127.0.0.1, port 5433 refused",
        "No server answers on port 5433.",
        "Start the standby (step 12), then check again.");
  }

  private static Guidance.Passage passage(String words) {
    return new Guidance.Passage(1, Versions.ALL, why(words));
  }

  private static Step run(String id, String title, int slide, String command) {
    return new Step(
        id,
        1,
        title,
        slide,
        why("Why this has to be, in two sentences that the author wrote. It is not long."),
        List.of(new Action.Command(1, Versions.ALL, command, id.equals("refused"))),
        List.of(),
        List.of(),
        0);
  }

  private static Step edit(
      String id, String title, int slide, String file, String text, String asOf90) {
    return new Step(
        id,
        1,
        title,
        slide,
        why(
            "The WAL must hold what a standby needs, some of it must be kept for a standby that"
                + " lags, and at least one process must be allowed to send it."),
        List.of(new Action.Settings(1, Versions.ALL, text, file)),
        asOf90.isEmpty() ? List.of() : List.of(new Step.AsOf90(Versions.ALL, asOf90)),
        List.of(),
        0);
  }

  private static List<Block> why(String words) {
    return List.of(new Block.Paragraph(1, Prose.plain(words)));
  }
}
