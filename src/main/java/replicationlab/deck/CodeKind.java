package replicationlab.deck;

/** What a code block is written in, which decides its colours. */
public enum CodeKind {
  SQL,
  SHELL,
  SETTINGS,
  TEXT
}
