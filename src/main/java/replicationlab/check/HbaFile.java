package replicationlab.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A pg_hba.conf as the server reads it: the first rule that fits a connection decides (PostgreSQL's
 * manual, "The pg_hba.conf File").
 */
record HbaFile(List<Rule> rules) {

  private static final Set<String> TYPES =
      Set.of("local", "host", "hostssl", "hostnossl", "hostgssenc", "hostnogssenc");
  private static final Set<String> METHODS =
      Set.of(
          "trust",
          "reject",
          "md5",
          "password",
          "scram-sha-256",
          "gss",
          "sspi",
          "ident",
          "peer",
          "ldap",
          "radius",
          "cert",
          "pam",
          "bsd",
          "oauth");
  private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

  /** One line that counts: as written, and its words. */
  record Rule(Path file, String text, List<String> words) {

    String type() {
      return words.getFirst();
    }

    /** Why the server would not load the file because of this line; empty if it would. */
    String problem() {
      if (!TYPES.contains(type())) {
        return "\"" + type() + "\" is no connection type";
      }
      int method = type().equals("local") ? 3 : 4;
      if (words.size() <= method) {
        return "it ends before its method";
      }
      if (method == 4 && ADDRESS.matcher(words.get(3)).matches()) {
        if (!ADDRESS.matcher(words.get(4)).matches()) {
          return "the address " + words.get(3) + " has no mask such as /32";
        }
        method = 5;
      }
      String name = words.size() > method ? words.get(method) : "";
      if (!METHODS.contains(name)) {
        return "\"" + name + "\" is no method";
      }
      if (name.equals("peer") && !type().equals("local")) {
        return "\"peer\" is for Unix sockets only";
      }
      return name.equals("cert") && !type().equals("hostssl") ? "\"cert\" is for hostssl only" : "";
    }

    String method() {
      int at = type().equals("local") ? 3 : ADDRESS.matcher(words.get(3)).matches() ? 5 : 4;
      return words.get(at);
    }

    boolean names(String database) {
      List<String> names = List.of(words.get(1).split(",", -1));
      return names.contains(database) || (!database.equals("replication") && names.contains("all"));
    }

    boolean lets(String user) {
      List<String> names = List.of(words.get(2).split(",", -1));
      return names.contains("all") || names.contains(user);
    }

    boolean covers(boolean socket) {
      if (socket || type().equals("local")) {
        return socket && type().equals("local");
      }
      return !type().equals("hostssl") && !type().equals("hostgssenc") && coversLoopback();
    }

    private boolean coversLoopback() {
      String address = words.get(3);
      if (Set.of("all", "samehost", "samenet", "localhost").contains(address)) {
        return true;
      }
      int slash = address.indexOf('/');
      String base = slash < 0 ? address : address.substring(0, slash);
      if (!ADDRESS.matcher(base).matches()) {
        return false;
      }
      long mask = slash < 0 ? number(words.get(4)) : prefix(address.substring(slash + 1));
      return (number(base) & mask) == (number("127.0.0.1") & mask);
    }

    private static long prefix(String bits) {
      int count = bits.matches("\\d{1,2}") ? Integer.parseInt(bits) : 32;
      return count == 0 ? 0 : 0xFFFFFFFFL << (32 - count) & 0xFFFFFFFFL;
    }

    private static long number(String address) {
      return Arrays.stream(address.split("\\.", -1))
          .mapToLong(Long::parseLong)
          .reduce(0, (sum, part) -> sum * 256 + part);
    }
  }

  static HbaFile read(Path file) throws IOException {
    List<Rule> rules = new ArrayList<>();
    read(file, rules, 0);
    return new HbaFile(List.copyOf(rules));
  }

  private static void read(Path file, List<Rule> rules, int depth) throws IOException {
    for (String text : Files.readAllLines(file)) {
      int comment = text.indexOf('#');
      String line = (comment < 0 ? text : text.substring(0, comment)).strip();
      if (line.isEmpty()) {
        continue;
      }
      List<String> words =
          List.of(line.replaceAll("\\s*,\\s*", ",").replace("\"", "").split("\\s+", -1));
      Path named = file.resolveSibling(words.size() > 1 ? words.get(1).replace("'", "") : "");
      if (words.getFirst().startsWith("include") && depth < 5 && Files.isRegularFile(named)) {
        read(named, rules, depth + 1); // since PostgreSQL 16
      } else {
        rules.add(new Rule(file, text, words));
      }
    }
  }

  /** The first line for which the server would refuse the whole file. */
  Optional<Rule> mistyped() {
    return rules.stream().filter(rule -> !rule.problem().isEmpty()).findFirst();
  }

  /** The rule that decides about a connection from this machine. */
  Optional<Rule> decides(String database, String user, boolean socket) {
    return rules.stream()
        .filter(rule -> rule.problem().isEmpty())
        .filter(rule -> rule.covers(socket) && rule.names(database) && rule.lets(user))
        .findFirst();
  }

  /** The rule that decides about replication from this machine, for whomever it is. */
  Optional<Rule> forReplication(boolean socket) {
    return rules.stream()
        .filter(rule -> rule.problem().isEmpty())
        .filter(rule -> rule.covers(socket) && rule.names("replication"))
        .findFirst();
  }

  /**
   * A rule about replication that does not fit the connection.
   *
   * @param byInitdb whether initdb itself has written one for ::1, which then says nothing
   */
  Optional<Rule> nearMiss(boolean byInitdb) {
    return rules.stream()
        .filter(rule -> rule.problem().isEmpty() && rule.names("replication"))
        .filter(rule -> !rule.type().equals("local"))
        .filter(rule -> !(byInitdb && rule.words().get(3).equals("::1/128")))
        .reduce((earlier, later) -> later);
  }
}
