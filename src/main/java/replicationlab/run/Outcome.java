package replicationlab.run;

/**
 * What came of an action.
 *
 * @param asMeant whether it did what the lesson means it to do; a refusal may be just that
 * @param words for the console: "exit code 0"
 */
record Outcome(boolean asMeant, String words) {

  static Outcome done(String words) {
    return new Outcome(true, words);
  }

  static Outcome failed(String words) {
    return new Outcome(false, words);
  }
}
