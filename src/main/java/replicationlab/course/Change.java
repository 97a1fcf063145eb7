package replicationlab.course;

/**
 * What has become of something that the slides name.
 *
 * @param word as it stands in the slides' code
 * @param since the first major version on which {@code now} is right; 9 stands for 9.6
 * @param now what it is called there
 * @param why one sentence
 */
public record Change(String word, int since, String now, String why) {

  /** The version as people write it. */
  public String sinceVersion() {
    return since == 9 ? "9.6" : String.valueOf(since);
  }
}
