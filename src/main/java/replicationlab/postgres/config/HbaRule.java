package replicationlab.postgres.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.config.Token.Kind;

/**
 * A line of pg_hba.conf that lets somebody in or keeps him out; the first that fits a connection
 * decides, and no other is tried.
 *
 * @param line its number, from 1
 * @param address with its mask, if it has one: "127.0.0.1 255.255.255.255"
 */
public record HbaRule(
    int line,
    String type,
    List<String> databases,
    List<String> users,
    String address,
    String method,
    String options,
    String text) {

  public HbaRule {
    databases = List.copyOf(databases);
    users = List.copyOf(users);
  }

  /** The rules of a text, in order; lines that are none are left out. */
  public static List<HbaRule> in(String text) {
    List<HbaRule> rules = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      HbaRule rule = read(i + 1, lines.get(i));
      if (rule != null) {
        rules.add(rule);
      }
    }
    return rules;
  }

  private static @Nullable HbaRule read(int number, String line) {
    List<Token> tokens = HbaLexer.hba(line);
    String method = all(tokens, Kind.METHOD, line);
    if (method.isEmpty()) {
      return null;
    }
    return new HbaRule(
        number,
        all(tokens, Kind.TYPE, line),
        words(all(tokens, Kind.DATABASE, line)),
        words(all(tokens, Kind.USER, line)),
        all(tokens, Kind.ADDRESS, line),
        method,
        all(tokens, Kind.OPTION, line),
        line.strip());
  }

  private static String all(List<Token> tokens, Kind kind, String line) {
    return String.join(
        " ", tokens.stream().filter(t -> t.kind() == kind).map(t -> t.in(line)).toList());
  }

  private static List<String> words(String list) {
    return Arrays.stream(list.split(",", -1)).map(word -> word.strip().replace("\"", "")).toList();
  }

  /**
   * Whether it decides about a replication connection over TCP, without TLS, from 127.0.0.1. The
   * word all does not stand for replication.
   */
  public boolean decidesReplication(String user) {
    return List.of("host", "hostnossl", "hostnogssenc").contains(type)
        && databases.contains("replication")
        && (users.contains("all") || users.contains(user))
        && Loopback.isIn(address);
  }

  /** Whether it keeps out whom it fits. */
  public boolean rejects() {
    return method.equals("reject");
  }

  /** As one line without the file's wide gaps. */
  public String words() {
    return text.replaceFirst("\\s*#.*$", "").replaceAll("\\s+", " ");
  }
}
