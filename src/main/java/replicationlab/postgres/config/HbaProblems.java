package replicationlab.postgres.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import replicationlab.postgres.config.Token.Kind;

/** Looks through the lines of pg_hba.conf. */
final class HbaProblems {

  private static final Set<String> TYPES = Set.of("local", "host", "hostssl", "hostnossl");
  private static final Set<String> SINCE_12 = Set.of("hostgssenc", "hostnogssenc");
  private static final Set<String> SINCE_16 = Set.of("include", "include_if_exists", "include_dir");
  private static final Set<String> METHODS =
      Set.of(
          "trust",
          "reject",
          "md5",
          "password",
          "gss",
          "sspi",
          "ident",
          "peer",
          "ldap",
          "radius",
          "cert",
          "pam",
          "bsd",
          "scram-sha-256",
          "oauth");

  private HbaProblems() {}

  static List<ConfigProblem> of(String text, int major) {
    List<ConfigProblem> problems = new ArrayList<>();
    for (HbaLine line : HbaLine.in(text, major)) {
      if (StraightText.isNeeded(line.text()) && !isComment(line)) {
        problems.add(ConfigProblems.notStraight(line.number(), line.first()));
        continue;
      }
      String trouble = of(line, major);
      if (!trouble.isEmpty()) {
        problems.add(ConfigProblem.error(line.number(), trouble));
      }
    }
    return problems;
  }

  private static boolean isComment(HbaLine line) {
    return line.text().isBlank() || line.text().strip().startsWith("#");
  }

  /** Why the server would refuse a line; empty if it would not. */
  static String of(HbaLine line, int major) {
    List<Token> tokens =
        HbaLexer.hba(line.text()).stream().filter(t -> t.kind() != Kind.COMMENT).toList();
    return tokens.isEmpty() ? "" : trouble(line.text(), tokens, major);
  }

  private static String trouble(String line, List<Token> tokens, int major) {
    String type = tokens.getFirst().in(line);
    if (major >= 16 && SINCE_16.contains(type)) {
      return "";
    }
    if (!TYPES.contains(type) && !(major >= 12 && SINCE_12.contains(type))) {
      return "A line begins with local, host, hostssl or hostnossl; " + type + " is none of them.";
    }
    String address = only(tokens, Kind.ADDRESS, line);
    if (!type.equals("local") && METHODS.contains(address)) {
      return "The address is missing, such as 127.0.0.1/32, before the method " + address + ".";
    }
    if (address.matches("[0-9.]+|[0-9a-fA-F]*:[0-9a-fA-F:]*")) {
      String all = address.contains(":") ? "/128" : "/32";
      return "The address needs a mask: " + address + all + " for that one machine.";
    }
    String method = only(tokens, Kind.METHOD, line).replace("\"", "");
    if (method.isEmpty()) {
      return type.equals("local")
          ? "Columns are missing: local, database, user, method."
          : "Columns are missing: " + type + ", database, user, address, method.";
    }
    if (type.equals("local") && method.matches("[0-9.:/a-f]+")) {
      return "A local line has no address: it is for sockets on this machine only.";
    }
    if (!METHODS.contains(method)) {
      return method + " is no method; in the lab it is trust.";
    }
    if (method.equals("peer") && !type.equals("local")) {
      return "The method peer is for sockets on this machine, that is for local lines.";
    }
    return method.equals("cert") && !type.equals("hostssl")
        ? "The method cert needs TLS, that is a hostssl line."
        : "";
  }

  private static String only(List<Token> tokens, Kind kind, String line) {
    return String.join(
        " ", tokens.stream().filter(t -> t.kind() == kind).map(t -> t.in(line)).toList());
  }
}
