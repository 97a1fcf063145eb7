package replicationlab.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a server's complaints mean, line by line, for those who read its log. The proof does not
 * rest on them: it looks at the state, and at a log only for what the state cannot tell.
 */
public final class KnownComplaints {

  /** What the server quotes as it did not understand it. */
  static final String DASH = "\"[\u2010-\u2015\u2212]";

  private static final List<Complaint> TYPED =
      List.of(
          Complaint.of(
              DASH,
              "What was typed begins with a dash as word processors make it; PostgreSQL takes it"
                  + " for a letter and not for a hyphen or minus.",
              "Write it with the hyphen of the keyboard."),
          Complaint.of(
              "[\u2018\u2019\u201c\u201d]",
              "The line has curly quotes, as word processors make them; PostgreSQL takes them for"
                  + " letters.",
              "Write it with the straight quotes of the keyboard."),
          Complaint.of(
              "unrecognized configuration parameter",
              "This version does not know the parameter that is named.",
              "Correct the name where it stands, in a settings file or a statement."));

  /** What a standby says of its primary ends with the primary's own words, so those come first. */
  private static final List<Complaint> ALL =
      Stream.of(
              TYPED,
              StreamComplaints.OF_THE_PRIMARY,
              AccessComplaints.ALL,
              CopyComplaints.ALL,
              StartComplaints.ALL,
              StreamComplaints.OF_THE_CONNECTION)
          .flatMap(List::stream)
          .toList();

  private KnownComplaints() {}

  /** What one line of a log complains of, if that is known. */
  public static Optional<Explanation> explain(String line) {
    return ALL.stream()
        .filter(each -> each.words().matcher(line).find())
        .map(Complaint::explanation)
        .findFirst();
  }

  /** The words of all, for whoever looks whether a version has them. */
  public static Stream<Pattern> words() {
    return ALL.stream().map(Complaint::words);
  }
}
