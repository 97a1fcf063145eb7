package replicationlab.evidence;

import java.nio.file.Path;

/** What came of opening a file: evidence, whole or edited, or why there is none to see. */
public sealed interface Opened permits Evidence, Opened.Unreadable {

  /** The file. */
  Path file();

  /** What is to be said of it, in one sentence. */
  String sentence();

  /** A file that holds no evidence that this program can read. */
  record Unreadable(Path file, String sentence) implements Opened {}
}
