package replicationlab.run;

import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which lines of a log are of the past: what a server said before its present start, or before a
 * reload that it has taken since, may have been mended long ago.
 */
public final class LogPast {

  private static final Pattern STARTS =
      Pattern.compile(
          "LOG: +(starting PostgreSQL|database system was (shut down|interrupted|not properly))");
  private static final Pattern ENDS = Pattern.compile("LOG: +database system is shut down");
  private static final Pattern STREAMS = Pattern.compile("LOG: +started streaming WAL");
  private static final Pattern RELOADS = Pattern.compile("LOG: +received SIGHUP");

  /** What a standby says while it cannot stream. */
  private static final Pattern ABOUT_STREAMING =
      Pattern.compile(
          "could not connect to the primary|could not (start|receive|send) .*WAL stream|WAL receiver"
              + "|walreceiver|replication terminated|requested starting point|system identifier"
              + "|has already been removed|primary server|highest timeline");

  /** The words of all, for whoever looks whether a version has them. */
  static Stream<Pattern> words() {
    return Stream.of(STARTS, ENDS, STREAMS, RELOADS, ABOUT_STREAMING);
  }

  /** The first line that is of the server's present start, and the newest of two events since. */
  private final int start;

  private final int streaming;
  private final int reload;

  private LogPast(int start, int streaming, int reload) {
    this.start = start;
    this.streaming = streaming;
    this.reload = reload;
  }

  /** Of a log's lines. */
  public static LogPast of(List<String> lines) {
    return of(lines.size(), lines::get);
  }

  /**
   * Of as many lines, from the last back to the start of the server; the older are not looked at.
   */
  public static LogPast of(int count, IntFunction<String> line) {
    int streaming = -1;
    int reload = -1;
    for (int i = count - 1; i >= 0; i--) {
      String text = line.apply(i);
      // A line of one of these has nothing to do with most lines, and there may be many.
      if (!text.contains("LOG:")) {
        continue;
      }
      // What ended last is what there is to explain, until something begins.
      if (ENDS.matcher(text).find() && i + 1 < count) {
        return new LogPast(i + 1, streaming, reload);
      }
      if (STARTS.matcher(text).find()) {
        return new LogPast(i, streaming, reload);
      }
      if (streaming < 0 && STREAMS.matcher(text).find()) {
        streaming = i;
      }
      if (reload < 0 && RELOADS.matcher(text).find()) {
        reload = i;
      }
    }
    return new LogPast(0, streaming, reload);
  }

  /** Why a line is of the past, as a sentence; empty if it is not. */
  public String why(int index, String line) {
    if (index < start) {
      return "Of the past: the server has been started since.";
    }
    if (index < streaming && ABOUT_STREAMING.matcher(line).find()) {
      return "Of the past: the standby has begun to stream since.";
    }
    return index < reload && RefusedFiles.of(line).isPresent()
        ? "Of the past: the server has read its files again since."
        : "";
  }
}
