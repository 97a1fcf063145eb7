package replicationlab.course;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;

/**
 * Something that PostgreSQL calls otherwise than the course's slides do.
 *
 * @param word as it stands on the slides, such as wal_keep_segments
 * @param since the first major on which it is different; 9 stands for 9.6
 * @param now what it is called, or how it is written, from then on
 * @param why one sentence
 * @param code what stands from then on in the place of a line of code with the word; null if such a
 *     line can stay as it is
 */
public record Change(
    @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL) String word,
    @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL) int since,
    @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL) String now,
    @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL) String why,
    @Nullable String code) {

  /** One that leaves lines of code as they are. */
  public Change(String word, int since, String now, String why) {
    this(word, since, now, why, null);
  }

  /** "since 13" or "since 9.6". */
  public String sinceWords() {
    return "since " + (since == 9 ? "9.6" : Integer.toString(since));
  }

  /** All of it in a few words: what it was, what it is, since when and why. */
  public String words() {
    return word + " → " + now + "\nSince PostgreSQL " + sinceWords().substring(6) + ". " + why;
  }
}
