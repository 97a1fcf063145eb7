package replicationlab.postgres.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.config.Token.Kind;

/**
 * A line of pg_hba.conf that lets somebody in or keeps him out; the first that fits a connection
 * decides, and no other is tried.
 *
 * @param line its number in {@code file}, from 1
 * @param databases without their quotes, except where quotes make a mere name of a word such as
 *     "all"
 * @param users likewise
 * @param address with its mask, if it has one: "127.0.0.1 255.255.255.255"
 * @param text its first line, as it stands
 */
public record HbaRule(
    Path file,
    int line,
    String type,
    List<String> databases,
    List<String> users,
    String address,
    String method,
    String options,
    String text) {

  /** The database of a rule about streaming; the word "all" does not stand for it. */
  public static final String REPLICATION = "replication";

  private static final Set<String> WITHOUT_TLS = Set.of("host", "hostnossl", "hostnogssenc");
  private static final Pattern MEANS_MORE =
      Pattern.compile("\"(all|replication|sameuser|samerole|samegroup|[+@/].*)\"");

  public HbaRule {
    databases = List.copyOf(databases);
    users = List.copyOf(users);
  }

  /** The rules of a text, in order; lines that are none are left out. */
  public static List<HbaRule> in(Path file, String text, int major) {
    List<HbaRule> rules = new ArrayList<>();
    for (HbaLine line : HbaLine.in(text, major)) {
      HbaRule rule = read(file, line);
      if (rule != null) {
        rules.add(rule);
      }
    }
    return rules;
  }

  static @Nullable HbaRule read(Path file, HbaLine line) {
    List<Token> tokens = HbaLexer.hba(line.text());
    String method = all(tokens, Kind.METHOD, line.text());
    if (method.isEmpty()) {
      return null;
    }
    return new HbaRule(
        file,
        line.number(),
        all(tokens, Kind.TYPE, line.text()),
        words(all(tokens, Kind.DATABASE, line.text())),
        words(all(tokens, Kind.USER, line.text())),
        all(tokens, Kind.ADDRESS, line.text()).replace("\"", ""),
        method.replace("\"", ""),
        all(tokens, Kind.OPTION, line.text()),
        line.first());
  }

  private static String all(List<Token> tokens, Kind kind, String line) {
    return String.join(
        " ", tokens.stream().filter(t -> t.kind() == kind).map(t -> t.in(line)).toList());
  }

  static List<String> words(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .map(word -> MEANS_MORE.matcher(word).matches() ? word : word.replace("\"", ""))
        .toList();
  }

  HbaRule with(List<String> databases, List<String> users) {
    return new HbaRule(file, line, type, databases, users, address, method, options, text);
  }

  /** Whether it decides about a connection without TLS. */
  public boolean decides(String database, HbaClient client) {
    return reaches(client.address()) && isAbout(database, client) && fits(client);
  }

  /** Whether it is about streaming, for whomever and from wherever. */
  public boolean isAboutReplication() {
    return databases.contains(REPLICATION);
  }

  private boolean isAbout(String database, HbaClient client) {
    return database.equals(REPLICATION)
        ? isAboutReplication()
        : databases.stream()
            .anyMatch(word ->
                word.equals("all")
                    || (word.equals("sameuser") && database.equals(client.user()))
                    || isNamed(word, database));
  }

  /** Whether the user is among its users. */
  public boolean fits(HbaClient client) {
    return users.stream()
        .anyMatch(word ->
            word.equals("all")
                || isNamed(word, client.user())
                || (word.startsWith("+")
                    && (client.groups().contains(word.substring(1))
                        || word.substring(1).equals(client.user()))));
  }

  /** By name, or since 16 by a regular expression behind a slash. */
  private static boolean isNamed(String word, String name) {
    if (!word.startsWith("/")) {
      return word.equals(name);
    }
    try {
      return Pattern.compile(word.substring(1)).matcher(name).find();
    } catch (PatternSyntaxException ofAnotherKind) {
      return false;
    }
  }

  /**
   * Whether it is for connections from an address without TLS.
   *
   * @param from an address; empty for a Unix socket
   */
  public boolean reaches(String from) {
    return from.isEmpty()
        ? type.equals("local")
        : WITHOUT_TLS.contains(type) && HbaAddress.covers(address, from);
  }

  /** Whether it keeps out whom it fits. */
  public boolean rejects() {
    return method.equals("reject");
  }

  /** As one line without the file's wide gaps. */
  public String words() {
    return text.replaceFirst("\\s*#.*$", "").strip().replaceAll("\\s+", " ");
  }
}
