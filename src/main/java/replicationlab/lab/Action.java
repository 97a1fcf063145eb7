package replicationlab.lab;

/**
 * Something that a step does. Texts are as the lesson has them: with its own ports and {@code
 * {share}}.
 */
public sealed interface Action {

  /** The line of the lab's file on which it stands, counted from 1. */
  int line();

  /** For which majors. */
  Versions versions();

  /** What is run, or written, as the lesson has it. */
  String text();

  /**
   * A command line, of words and not for a shell.
   *
   * @param refusalExpected whether the command is meant to be refused, so that an exit code of 0
   *     would be the failure
   */
  record Command(int line, Versions versions, String text, boolean refusalExpected)
      implements Action {}

  /**
   * A statement in a session that stays open from step to step: since PostgreSQL 15 a backup lives
   * in one.
   *
   * @param session the session's name
   * @param saveTo the file, relative to the workspace, that receives the first value of the answer;
   *     empty for none
   */
  record Statement(int line, Versions versions, String text, Role on, String session, String saveTo)
      implements Action {}

  /**
   * Lines {@code name = value} to be set in a settings file; the file is relative to the workspace.
   */
  record Settings(int line, Versions versions, String text, String file) implements Action {}

  /** Lines to be added to a pg_hba.conf; the file is relative to the workspace. */
  record HbaLines(int line, Versions versions, String text, String file) implements Action {}

  /**
   * One line of a text file in the place of another.
   *
   * @param text the new line, or lines
   * @param file the file, relative to the workspace
   * @param old the line that is replaced, wherever it stands; white space at its ends does not
   *     count
   */
  record Replacement(int line, Versions versions, String text, String file, String old)
      implements Action {}

  /**
   * Who may read a folder or a file of the workspace.
   *
   * @param text the mode as chmod takes it: "700"
   * @param file relative to the workspace
   */
  record Permissions(int line, Versions versions, String text, String file) implements Action {}
}
