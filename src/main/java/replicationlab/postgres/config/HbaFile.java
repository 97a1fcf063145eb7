package replicationlab.postgres.config;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A pg_hba.conf as the server reads it, with what it includes: the first rule that fits a
 * connection decides (PostgreSQL's manual, "The pg_hba.conf File").
 *
 * @param rules in order
 * @param refused lines for which the server would refuse the whole file
 */
public record HbaFile(List<HbaRule> rules, List<Refused> refused) {

  private static final int DEEPEST = 10;
  private static final int INCLUDES_SINCE = 16;

  /** A line, and why the server does not take it. */
  public record Refused(String text, String problem) {}

  public HbaFile {
    rules = List.copyOf(rules);
    refused = List.copyOf(refused);
  }

  /**
   * Reads the file; what it includes and cannot be read counts as empty.
   *
   * @param major the server's, 9 for 9.6
   * @throws IOException if the file itself cannot be read
   */
  public static HbaFile read(Path file, int major) throws IOException {
    List<HbaRule> rules = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    read(file, SettingsFileStore.read(file).text(), major, 0, rules, refused);
    return new HbaFile(rules, refused);
  }

  private static void read(
      Path file, String text, int major, int depth, List<HbaRule> rules, List<Refused> refused) {
    for (HbaLine line : HbaLine.in(text, major)) {
      String[] words = line.text().strip().split("\\s+", 2);
      if (major >= INCLUDES_SINCE && words[0].startsWith("include") && words.length == 2) {
        for (Path next : depth < DEEPEST ? included(file, words[0], words[1]) : List.<Path>of()) {
          read(next, textOrNothing(next), major, depth + 1, rules, refused);
        }
        continue;
      }
      String problem = HbaProblems.of(line, major);
      HbaRule rule = HbaRule.read(file, line);
      if (!problem.isEmpty()) {
        refused.add(new Refused(line.first(), problem));
      } else if (rule != null) {
        rules.add(rule.with(named(file, rule.databases()), named(file, rule.users())));
      }
    }
  }

  private static List<Path> included(Path file, String directive, String rest) {
    Optional<Path> named = sibling(file, rest.replaceFirst("\\s*#.*$", "").replace("\"", ""));
    return directive.equals("include_dir")
        ? named.map(ConfFiles::in).orElse(List.of())
        : named.stream().toList();
  }

  /** A word "@file" stands for the names in that file. */
  private static List<String> named(Path file, List<String> words) {
    return words.stream()
        .flatMap(word ->
            word.startsWith("@")
                ? sibling(file, word.substring(1)).stream()
                    .flatMap(list -> Arrays.stream(textOrNothing(list).split("[\\s,]+", -1)))
                : Stream.of(word))
        .toList();
  }

  private static Optional<Path> sibling(Path file, String name) {
    try {
      return Optional.of(file.resolveSibling(name.strip()));
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }

  private static String textOrNothing(Path file) {
    try {
      return SettingsFileStore.read(file).text();
    } catch (IOException unreadable) {
      return "";
    }
  }

  /** The rule that decides about a connection without TLS. */
  public Optional<HbaRule> decides(String database, HbaClient client) {
    return rules.stream().filter(rule -> rule.decides(database, client)).findFirst();
  }

  /**
   * The rule that decides about replication, for whomever it is.
   *
   * @param from an address; empty for a Unix socket
   */
  public Optional<HbaRule> forReplication(String from) {
    return rules.stream()
        .filter(rule -> rule.isAboutReplication() && rule.reaches(from))
        .findFirst();
  }

  /**
   * A rule about replication over TCP, for a connection that none fits.
   *
   * @param byInitdb whether initdb itself has written one for ::1, which then says nothing
   */
  public Optional<HbaRule> nearMiss(boolean byInitdb) {
    return rules.stream()
        .filter(rule -> rule.isAboutReplication() && !rule.type().equals("local"))
        .filter(rule -> !(byInitdb && rule.address().equals("::1/128")))
        .reduce((earlier, later) -> later);
  }
}
