package replicationlab.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file's name on the command line that Java cannot read in this shell's encoding. */
final class UnreadableName {

  private static final Pattern REASON =
      Pattern.compile("Malformed input or input contains unmappable characters: (.*?)\\)?$");

  private UnreadableName() {}

  /**
   * What to say of a failure, if that is why.
   *
   * @param encoding in which the shell's words are read; null if that is not known
   */
  static Optional<String> words(Throwable failure, @Nullable String encoding) {
    if (encoding == null || encoding.equalsIgnoreCase("UTF-8")) {
      return Optional.empty();
    }
    // A failure to convert a word of the command line has only the text of its cause.
    Matcher matcher = REASON.matcher(String.valueOf(failure.getMessage()));
    return matcher.find()
        ? Optional.of(
            ("The file's name '%s' has letters that this shell's encoding, %s, does not have; set"
                    + " LC_ALL=C.UTF-8 and try again.")
                .formatted(matcher.group(1), encoding))
        : Optional.empty();
  }

  /** The same in this shell. */
  static Optional<String> words(Throwable failure) {
    return words(failure, System.getProperty("sun.jnu.encoding"));
  }
}
