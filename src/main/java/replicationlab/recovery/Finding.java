package replicationlab.recovery;

/**
 * Something that an interruption has left.
 *
 * @param kind what has become of it
 * @param words a sentence or two for a person: what was found, and what was done or can be done
 */
public record Finding(Kind kind, String words) {

  /** What has become of it. */
  public enum Kind {
    /** All is well; it is good to know. */
    TAKEN_UP("taken up"),
    /** It has been put right. */
    REPAIRED("repaired"),
    /** It needs the person: a server to be started, a step to be gone back to. */
    OFFERED("to do");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** For people. */
    public String word() {
      return word;
    }
  }

  static Finding takenUp(String words) {
    return new Finding(Kind.TAKEN_UP, words);
  }

  static Finding repaired(String words) {
    return new Finding(Kind.REPAIRED, words);
  }

  static Finding offered(String words) {
    return new Finding(Kind.OFFERED, words);
  }
}
