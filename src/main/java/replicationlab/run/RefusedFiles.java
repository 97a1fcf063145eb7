package replicationlab.run;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a server says of a settings file or a pg_hba.conf that it does not take, at its start or at
 * a reload. It names the fault as LOG before a FATAL line says that there was one.
 */
final class RefusedFiles {

  /**
   * One such line.
   *
   * @param file such as data2/postgresql.conf; empty if the line does not name it
   * @param parameter empty if the line does not name one
   */
  record Refusal(String sentence, String remedy, String file, String parameter) {}

  private record Kind(Pattern words, String sentence, String remedy) {}

  private static final String AND_THEN = ", then start the server again, or reload it if it runs.";

  /** A statement in a session that is refused is an ERROR, and no file's fault. */
  private static final Pattern FILES = Pattern.compile("\\b(?:LOG|WARNING|FATAL):\\s+");

  /** A library's words may have a server's in front, with a colon between. */
  private static final String BEGINNING = "(?:^|(?<=:\\s{1,4}))";

  // A line may be as long as a statement that somebody logs: no pattern may look at it more than
  // once from each of its characters.
  private static final Pattern PLACE =
      Pattern.compile("(?:in|configuration) file \"([^\"]+)\"(?: line (\\d+))?");

  private static final Pattern HBA = Pattern.compile("(?<!\\S)(\\S*pg_hba\\.conf)\\b");

  private static Kind kind(String words, String sentence, String remedy) {
    return new Kind(Pattern.compile(BEGINNING + words), sentence, remedy);
  }

  /** The first group of the words takes the place of {1} in the sentence, and so on. */
  private static final List<Kind> SETTINGS =
      List.of(
          kind(
              "syntax error in file \"[^\"]*\" line \\d+, near (?:token (.*)|end of line)",
              "{place} is not of the form name = value{near}, so the server does not take the"
                  + " file.",
              "Correct that line (a value with spaces or signs goes between straight single"
                  + " quotes)"
                  + AND_THEN),
          kind(
              "unrecognized (?:configuration|recovery) parameter \"([^\"]+)\"",
              "{place} sets {1}, which this version of PostgreSQL does not know.",
              "Correct the name or take the line out" + AND_THEN),
          kind(
              "invalid value for (?:recovery )?parameter \"([^\"]+)\"(?:: \"(.*)\")?",
              "A settings file gives {1} the value {2}, which it cannot have.",
              "Write a value that it may have, a number's unit in just these letters: kB, MB, GB,"
                  + " or ms, s, min"
                  + AND_THEN),
          kind(
              "(?:recovery )?parameter \"([^\"]+)\" requires an? (\\w+)",
              "A settings file gives {1} a value that is no {2}.",
              "Correct the value" + AND_THEN),
          new Kind(
              Pattern.compile(
                  "(?<=\\S )is outside the valid range for parameter \"([^\"]+)\" \\(([^()]*)\\)"),
              "A settings file gives {1} a value outside its range, {2}.",
              "Choose a value within it" + AND_THEN),
          kind(
              "parameter \"([^\"]+)\" cannot be changed without restarting the server",
              "The new value of {1} stands in the file, but counts only after a restart.",
              "Restart the server (pg_ctl restart)."),
          kind(
              "configuration file \"[^\"]+\" contains errors; unaffected changes were applied",
              "{place} has lines that the server does not take now; it took the others, and goes"
                  + " on with its old values for these.",
              "Correct the lines that the log names just above, then reload the server."),
          kind(
              "configuration file \"[^\"]+\" contains errors; no changes were applied",
              "{place} has a fault, so the server took nothing of it and goes on with its old"
                  + " settings.",
              "Correct the lines that the log names just above, then reload the server."),
          kind(
              "configuration file \"[^\"]+\" contains errors",
              "{place} has a fault, so the server did not start.",
              "Correct the lines that the log names just above, then start the server again."));

  private static final String HBA_REMEDY =
      "Correct the line of pg_hba.conf whose number the log gives just below" + AND_THEN;

  private static final List<Kind> OF_HBA =
      List.of(
          kind(
              "invalid connection type \"(.*)\"",
              "A line of pg_hba.conf begins with {1}, which is no type of connection.",
              "Begin that line, whose number the log gives just below, with local or host"
                  + AND_THEN),
          kind(
              "invalid CIDR mask in address \"(.*)\"",
              "A line of pg_hba.conf has the address {1}, whose number behind the slash is no mask:"
                  + " it goes up to 32, with IPv6 up to 128.",
              "Write 127.0.0.1/32 for this machine" + AND_THEN),
          kind(
              "invalid IP mask \"(.*?)\"",
              "A line of pg_hba.conf has an address without a mask, so the server takes {1} for"
                  + " one.",
              "Write the address with its mask, as in 127.0.0.1/32" + AND_THEN),
          kind(
              "invalid IP address \"(.*?)\"",
              "A line of pg_hba.conf has {1} where an address belongs.",
              HBA_REMEDY),
          kind(
              "specifying both host name and CIDR mask is invalid: \"(.*)\"",
              "A line of pg_hba.conf has {1}, which is no number of an address, and only such may"
                  + " have a mask.",
              HBA_REMEDY),
          kind(
              "invalid authentication method \"(.*)\"",
              "A line of pg_hba.conf ends with {1}, which is no method.",
              "Write trust there, as the lab does" + AND_THEN),
          kind(
              "(?:end-of-line before|missing entry (?:in file .{0,4096} )?at end of"
                  + "|multiple values specified for )"
                  + "(.*)",
              "A line of pg_hba.conf has not the five fields that it needs: type, database, user,"
                  + " address, method.",
              HBA_REMEDY),
          kind(
              "could not load \"?.{0,4096}pg_hba\\.conf",
              "The server did not start, because it cannot read a line of {hba}.",
              "Correct the line whose number the log gives just above, then start the server"
                  + " again."),
          kind(
              ".{0,4096}pg_hba\\.conf (?:was )?not reloaded",
              "The server goes on with the old lines of {hba}, because it cannot read a new one.",
              "Correct the line whose number the log gives just above, then reload the server."));

  private static final Map<String, String> INSTEAD =
      Map.of(
          "wal_keep_segments",
          "Write wal_keep_size = 800MB instead (it is called so since 13)",
          "wal_keep_size",
          "Write wal_keep_segments = 50 instead (wal_keep_size is from 13 on)",
          "standby_mode",
          "Take the line out, and make an empty file standby.signal instead (so it is since 12)",
          "primary_conninfo",
          "Move the line into data2/recovery.conf (so it is up to 11)");

  private RefusedFiles() {}

  /** The words of all behind the severity, for whoever looks whether a version has them. */
  static Stream<Pattern> words() {
    return Stream.of(SETTINGS, OF_HBA)
        .flatMap(List::stream)
        .map(kind -> Pattern.compile(kind.words().pattern().replace(BEGINNING, "")));
  }

  static Optional<Refusal> of(String line) {
    Matcher files = FILES.matcher(line);
    if (!files.find()) {
      return Optional.empty();
    }
    String words = line.substring(files.end());
    return first(SETTINGS, words)
        .map(found -> settings(found.kind(), found.match(), words))
        .or(() -> first(OF_HBA, words).map(found -> hba(found.kind(), found.match(), words)));
  }

  private record Found(Kind kind, Matcher match) {}

  private static Optional<Found> first(List<Kind> kinds, String words) {
    for (Kind kind : kinds) {
      Matcher match = kind.words().matcher(words);
      if (match.find()) {
        return Optional.of(new Found(kind, match));
      }
    }
    return Optional.empty();
  }

  private static Refusal settings(Kind kind, Matcher match, String line) {
    Matcher place = PLACE.matcher(line);
    boolean placed = place.find();
    String file = placed ? shown(place.group(1)) : "";
    String number = placed ? place.group(2) : null;
    boolean syntax = line.contains("syntax error in file");
    String parameter = syntax || match.groupCount() == 0 ? "" : group(match, 1);
    String near = group(match, 1);
    String sentence =
        filled(kind.sentence(), match)
            .replace(
                "{place}",
                !placed
                    ? "A settings file"
                    : number == null ? file : "Line " + number + " of " + file)
            .replace("{near}", near.isEmpty() ? "" : ", as " + near + " shows");
    boolean unknown = line.contains("unrecognized");
    String instead = unknown ? INSTEAD.get(parameter.toLowerCase(Locale.ROOT)) : null;
    return new Refusal(
        sentence, instead == null ? kind.remedy() : instead + AND_THEN, file, parameter);
  }

  private static Refusal hba(Kind kind, Matcher match, String line) {
    Matcher path = HBA.matcher(line);
    String file = path.find() ? shown(path.group(1)) : "pg_hba.conf";
    return new Refusal(
        filled(kind.sentence(), match).replace("{hba}", file), kind.remedy(), file, "");
  }

  private static String filled(String sentence, Matcher match) {
    String filled = sentence;
    for (int i = 1; i <= match.groupCount(); i++) {
      filled = filled.replace("{" + i + "}", group(match, i));
    }
    return filled;
  }

  private static String group(Matcher match, int number) {
    String text = match.groupCount() < number ? null : match.group(number);
    return text == null ? "" : text;
  }

  /** With its directory only, as the lab writes it: data2/postgresql.conf. */
  private static String shown(String path) {
    String[] parts = path.replace('\\', '/').split("/", -1);
    return parts.length < 2 ? path : parts[parts.length - 2] + "/" + parts[parts.length - 1];
  }
}
