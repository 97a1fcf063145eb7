package replicationlab.postgres.config;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A libpq connection string that is a URI (PostgreSQL's manual, "Connection URIs"). */
final class ConninfoUri {

  private static final Pattern BEGINNING = Pattern.compile("postgres(?:ql)?://.*");
  private static final Pattern URI =
      Pattern.compile(
          "^postgres(?:ql)?://(?:([^:@/?]*)(?::([^@/?]*))?@)?([^/?]*)(?:/([^?]*))?(?:\\?(.*))?$");
  private static final Pattern HOST = Pattern.compile("(\\[[^]]*]|[^:]*)(?::(\\d*))?");

  private final Map<String, String> values = new LinkedHashMap<>();
  private String problem = "";

  private ConninfoUri() {}

  static boolean isOne(String text) {
    return BEGINNING.matcher(text.strip()).matches();
  }

  static Conninfo parse(String text) {
    ConninfoUri uri = new ConninfoUri();
    Matcher parts = URI.matcher(text.strip());
    if (parts.matches()) {
      uri.server(parts);
      uri.options(parts.group(5));
    } else {
      uri.trouble("it is no URI of a PostgreSQL server");
    }
    return new Conninfo(
        uri.values, uri.problem.isEmpty() ? Conninfo.valueProblem(uri.values) : uri.problem);
  }

  private void server(Matcher parts) {
    put("user", parts.group(1));
    put("password", parts.group(2));
    List<String> hosts = new ArrayList<>();
    List<String> ports = new ArrayList<>();
    for (String each : parts.group(3).split(",", -1)) {
      Matcher host = HOST.matcher(each);
      if (!host.matches()) {
        trouble("\"" + each + "\" is no host and port");
        return;
      }
      hosts.add(host.group(1).replaceAll("[\\[\\]]", ""));
      ports.add(host.group(2) == null ? "" : host.group(2));
    }
    put("host", String.join(",", hosts));
    if (ports.stream().anyMatch(port -> !port.isEmpty())) {
      put("port", String.join(",", ports));
    }
    put("dbname", parts.group(4));
  }

  private void options(@Nullable String query) {
    if (query == null || query.isEmpty()) {
      return;
    }
    for (String option : query.split("&", -1)) {
      String[] pair = option.split("=", -1);
      String name = decoded(pair[0]);
      if (pair.length != 2) {
        trouble("\"" + name + "\" is not of the form option=value");
      } else if (name.equals("ssl") && pair[1].equals("true")) {
        put("sslmode", "require"); // as JDBC has it
      } else if (Conninfo.isOption(name)) {
        values.put(name, decoded(pair[1]));
      } else {
        trouble("libpq knows no option \"" + name + "\"");
      }
    }
  }

  private void put(String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      values.put(name, decoded(value));
    }
  }

  /** With the bytes that stand for %40 and its like; a plus sign is one. */
  private String decoded(String text) {
    try {
      String decoded = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
      if (decoded.indexOf('\0') < 0) {
        return decoded;
      }
    } catch (IllegalArgumentException notTwoHexDigits) {
      // Said below.
    }
    trouble("a percent sign in it does not stand before the two digits of a byte");
    return text;
  }

  /** The first counts, as with libpq. */
  private void trouble(String words) {
    if (problem.isEmpty()) {
      problem = words;
    }
  }
}
