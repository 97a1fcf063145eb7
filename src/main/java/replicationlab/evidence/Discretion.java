package replicationlab.evidence;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Keeps out of the journal what is nobody's business: passwords, and where on this machine things
 * are. The workspace's folder becomes {@code WORKSPACE} and the person's home {@code ~}.
 */
final class Discretion {

  private static final String HIDDEN = "(hidden)";

  /** Of each, the first group is what stands before the password and stays. */
  private static final List<Pattern> PASSWORDS =
      List.of(
          // libpq's connection strings, also in a settings file, where quotes are doubled;
          // variables
          pattern(
              "((?:pg)?pass(?:word|wd)\\s*[=:]\\s*)"
                  + "(?:''[^']+''|'(?:[^'\\\\]|''|\\\\.)*'|\"[^\"]*\"|[^\\s'\"]+)"),
          // SQL's PASSWORD '…'
          pattern("(\\bpassword\\s+)'(?:[^']|'')*'"),
          // a connection URI
          pattern("(://[^\\s:/@]+:)[^\\s@/]+(?=@)"),
          // a line of a password file: host:port:database:user:password
          pattern("(?<!\\S)([^\\s:]+:(?:\\d+|\\*):[^\\s:]+:[^\\s:]+:)\\S+"));

  private final Map<String, String> places = new LinkedHashMap<>();

  Discretion(Path workspace, Path home) {
    // The workspace first: it is often in the home.
    places.put(workspace.toString(), "WORKSPACE");
    if (home.getNameCount() > 0) {
      places.put(home.toString(), "~");
    }
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  /** The text as it may be shown to others. */
  String of(String text) {
    String shown = text;
    for (Pattern password : PASSWORDS) {
      shown = password.matcher(shown).replaceAll("$1" + HIDDEN);
    }
    for (Map.Entry<String, String> place : places.entrySet()) {
      shown = shown.replace(place.getKey(), place.getValue());
    }
    return shown;
  }
}
