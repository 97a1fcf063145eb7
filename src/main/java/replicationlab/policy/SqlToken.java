package replicationlab.policy;

/**
 * One word of a statement.
 *
 * @param text a WORD in lower case, as the server folds it; a NAME or a STRING without its quotes
 */
record SqlToken(Kind kind, String text) {

  /** What sort of word. */
  enum Kind {
    WORD,
    /** An identifier in double quotes. */
    NAME,
    STRING,
    NUMBER,
    SYMBOL
  }

  boolean is(String word) {
    return text.equals(word) && (kind == Kind.WORD || kind == Kind.SYMBOL);
  }

  boolean isIdentifier() {
    return kind == Kind.WORD || kind == Kind.NAME;
  }
}
