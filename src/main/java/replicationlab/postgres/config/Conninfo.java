package replicationlab.postgres.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import replicationlab.postgres.sql.PasswordMask;

/**
 * A libpq connection string (PostgreSQL's manual, "Connection Strings").
 *
 * @param values by keyword
 * @param problem what libpq would complain about; empty if nothing
 */
public record Conninfo(Map<String, String> values, String problem) {

  private static final Pattern PAIR =
      Pattern.compile(
          "\\G\\s*([^\\s=]+)(\\s*=\\s*('(?:[^'\\\\]++|\\\\.)*+'|(?:[^\\s\\\\']++|\\\\.)*+))?");

  private static final Set<String> SSL_MODES =
      Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

  private static final Set<String> KEYWORDS =
      Set.of(
          "host",
          "hostaddr",
          "port",
          "user",
          "password",
          "passfile",
          "dbname",
          "application_name",
          "fallback_application_name",
          "connect_timeout",
          "client_encoding",
          "options",
          "keepalives",
          "keepalives_idle",
          "keepalives_interval",
          "keepalives_count",
          "tcp_user_timeout",
          "replication",
          "krbsrvname",
          "gsslib",
          "gssencmode",
          "gssdelegation",
          "service",
          "target_session_attrs",
          "load_balance_hosts",
          "channel_binding",
          "require_auth",
          "requirepeer",
          "requiressl",
          "min_protocol_version",
          "max_protocol_version",
          "scram_client_key",
          "scram_server_key",
          "ssl_min_protocol_version",
          "ssl_max_protocol_version");

  /** Since when libpq knows an option, where that is later than 9.6; by the release notes. */
  private static final Map<String, Integer> SINCE =
      Map.ofEntries(
          Map.entry("passfile", 10),
          Map.entry("target_session_attrs", 10),
          Map.entry("gssencmode", 12),
          Map.entry("tcp_user_timeout", 12),
          Map.entry("channel_binding", 13),
          Map.entry("sslpassword", 13),
          Map.entry("ssl_min_protocol_version", 13),
          Map.entry("ssl_max_protocol_version", 13),
          Map.entry("sslcrldir", 14),
          Map.entry("sslsni", 14),
          Map.entry("require_auth", 16),
          Map.entry("sslcertmode", 16),
          Map.entry("gssdelegation", 16),
          Map.entry("load_balance_hosts", 16),
          Map.entry("sslnegotiation", 17),
          Map.entry("min_protocol_version", 18),
          Map.entry("max_protocol_version", 18),
          Map.entry("scram_client_key", 18),
          Map.entry("scram_server_key", 18),
          Map.entry("sslkeylogfile", 18));

  /** Takes a string of keywords and values, or a URI, apart. */
  public static Conninfo parse(String text) {
    if (ConninfoUri.isOne(text)) {
      return ConninfoUri.parse(text);
    }
    Map<String, String> values = new LinkedHashMap<>();
    Matcher pair = PAIR.matcher(text);
    int end = 0;
    while (end < text.stripTrailing().length() && pair.find()) {
      end = pair.end();
      String name = pair.group(1);
      if (pair.group(2) == null) {
        return new Conninfo(values, "there is no \"=\" after \"" + name + "\"");
      }
      if (!isOption(name)) {
        return new Conninfo(values, "libpq knows no option \"" + name + "\"");
      }
      values.put(name, unquoted(pair.group(3)));
    }
    return new Conninfo(
        values,
        end < text.stripTrailing().length() ? "a quote in it is not closed" : valueProblem(values));
  }

  /** A text without the passwords in it. */
  public static String withoutPassword(String text) {
    return PasswordMask.of(text);
  }

  /** Whether the libpq of a major knows an option. */
  public static boolean knows(int major, String option) {
    return SINCE.getOrDefault(option, 0) <= major;
  }

  /** The options that the libpq of a server of that version would refuse. */
  public List<String> unknownTo(int major) {
    return values.keySet().stream().filter(option -> !knows(major, option)).toList();
  }

  /** Whether any libpq knows an option. */
  static boolean isOption(String name) {
    return KEYWORDS.contains(name) || name.startsWith("ssl") || name.startsWith("oauth");
  }

  static String valueProblem(Map<String, String> values) {
    String port = values.getOrDefault("port", "");
    if (!port.isEmpty() && !port.matches("\\d*(,\\d*)*")) {
      return "\"" + port + "\" is no port";
    }
    String sslmode = values.getOrDefault("sslmode", "prefer");
    return SSL_MODES.contains(sslmode) ? "" : "\"" + sslmode + "\" is no sslmode";
  }

  private static String unquoted(String value) {
    String inner =
        value.startsWith("'") && value.length() > 1
            ? value.substring(1, value.length() - 1)
            : value;
    return inner.replaceAll("\\\\(.)", "$1");
  }

  /** A name, an address, or the folder of a socket; empty if it names none. */
  public String host() {
    return values.getOrDefault("hostaddr", values.getOrDefault("host", ""));
  }

  /** 0 if it names none. */
  public int port() {
    String port = values.getOrDefault("port", "");
    return port.matches("\\d{1,5}") ? Integer.parseInt(port) : 0;
  }

  /** Empty if it names none. */
  public String user() {
    return values.getOrDefault("user", "");
  }

  /** Whether it has a password, or says where one is. */
  public boolean hasPassword() {
    return values.containsKey("password") || values.containsKey("passfile");
  }

  /** The servers that it names, in the order in which they are tried; at least one. */
  public List<ConninfoHost> hosts() {
    return ConninfoHost.list(
        values.getOrDefault("host", ""),
        values.getOrDefault("hostaddr", ""),
        values.getOrDefault("port", ""));
  }

  /** Whether it has a list, which libpq takes since 10. */
  public boolean hasList() {
    return List.of("host", "hostaddr", "port").stream()
        .anyMatch(name -> values.getOrDefault(name, "").contains(","));
  }

  /** From where it comes to a server on this machine; empty for a Unix socket. */
  public String origin() {
    List<ConninfoHost> hosts = hosts();
    ConninfoHost host =
        hosts.stream().filter(ConninfoHost::isHere).findFirst().orElseGet(hosts::getFirst);
    return host.isSocket() ? "" : host.isIpv6() ? host.name() : HbaClient.LOOPBACK;
  }
}
