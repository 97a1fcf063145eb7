package replicationlab.course;

/**
 * Something that PostgreSQL calls otherwise than the course's slides do.
 *
 * @param word as it stands on the slides, such as wal_keep_segments
 * @param since the first major on which it is different; 9 stands for 9.6
 * @param now what it is called, or how it is written, from then on
 * @param why one sentence
 */
public record Change(String word, int since, String now, String why) {

  /** "since 13" or "since 9.6". */
  public String sinceWords() {
    return "since " + (since == 9 ? "9.6" : Integer.toString(since));
  }
}
