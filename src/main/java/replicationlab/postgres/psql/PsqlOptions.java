package replicationlab.postgres.psql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import replicationlab.postgres.sql.Server;

/**
 * What a psql command line asks for.
 *
 * @param commands of each -c, in order
 * @param warnings to print first
 */
record PsqlOptions(
    Server server,
    List<String> commands,
    Format format,
    boolean quiet,
    boolean stopOnError,
    boolean listDatabases,
    boolean version,
    List<String> warnings) {

  /** A command line that psql would not accept; the message is psql's. */
  static final class Unacceptable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unacceptable(String message) {
      super(message);
    }
  }

  private static final Map<String, Character> LONG_NAMES =
      Map.ofEntries(
          Map.entry("command", 'c'),
          Map.entry("port", 'p'),
          Map.entry("host", 'h'),
          Map.entry("username", 'U'),
          Map.entry("dbname", 'd'),
          Map.entry("tuples-only", 't'),
          Map.entry("no-align", 'A'),
          Map.entry("expanded", 'x'),
          Map.entry("quiet", 'q'),
          Map.entry("no-psqlrc", 'X'),
          Map.entry("no-password", 'w'),
          Map.entry("set", 'v'),
          Map.entry("variable", 'v'),
          Map.entry("list", 'l'),
          Map.entry("version", 'V'));
  private static final String WITH_VALUE = "cphUdv";
  private static final String WITHOUT_VALUE = "tAxqXwlV";
  private static final Pattern DASH = Pattern.compile("[\u2010-\u2015\u2212]");

  /** Reads the words after "psql". */
  static PsqlOptions parse(List<String> arguments, Map<String, String> environment) {
    return new Parser(environment).parse(arguments);
  }

  private static final class Parser {

    private final Map<String, String> environment;
    private final List<String> commands = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final Set<Character> flags = new HashSet<>();
    private final Map<Character, String> values = new java.util.HashMap<>();
    private boolean stopOnError;

    Parser(Map<String, String> environment) {
      this.environment = environment;
    }

    PsqlOptions parse(List<String> arguments) {
      boolean onlyWords = false;
      for (int i = 0; i < arguments.size(); i++) {
        String argument = arguments.get(i);
        if (onlyWords || argument.length() < 2 || !argument.startsWith("-")) {
          words.add(argument);
        } else if (argument.equals("--")) {
          onlyWords = true;
        } else {
          String next = i + 1 < arguments.size() ? arguments.get(i + 1) : null;
          boolean tookNext =
              argument.startsWith("--") ? takeLong(argument, next) : takeShort(argument, next);
          i += tookNext ? 1 : 0;
        }
      }
      return result();
    }

    private boolean takeLong(String argument, @org.jspecify.annotations.Nullable String next) {
      String[] nameAndValue = argument.substring(2).split("=", 2);
      Character letter = LONG_NAMES.get(nameAndValue[0]);
      if (letter == null) {
        throw new Unacceptable("psql: unrecognized option '--" + nameAndValue[0] + "'");
      }
      if (WITHOUT_VALUE.indexOf(letter) >= 0) {
        flags.add(letter);
        return false;
      }
      if (nameAndValue.length == 2) {
        take(letter, nameAndValue[1]);
        return false;
      }
      if (next == null) {
        throw new Unacceptable("psql: option '--" + nameAndValue[0] + "' requires an argument");
      }
      take(letter, next);
      return true;
    }

    /** Letters without value may stand together, the last with its value: -Atc 'select 1'. */
    private boolean takeShort(String argument, @org.jspecify.annotations.Nullable String next) {
      for (int i = 1; i < argument.length(); i++) {
        char letter = argument.charAt(i);
        if (WITHOUT_VALUE.indexOf(letter) >= 0) {
          flags.add(letter);
        } else if (WITH_VALUE.indexOf(letter) < 0) {
          throw new Unacceptable("psql: invalid option -- '" + letter + "'");
        } else if (i + 1 < argument.length()) {
          take(letter, argument.substring(i + 1));
          return false;
        } else if (next == null) {
          throw new Unacceptable("psql: option requires an argument -- '" + letter + "'");
        } else {
          take(letter, next);
          return true;
        }
      }
      return false;
    }

    private void take(char letter, String value) {
      switch (letter) {
        case 'c' -> commands.add(value);
        case 'v' -> stopOnError |= value.matches("ON_ERROR_STOP(=(1|on|true|yes))?");
        default -> values.put(letter, value);
      }
    }

    private PsqlOptions result() {
      List<String> free = new ArrayList<>(words);
      String database = values.get('d');
      if (database == null && !free.isEmpty()) {
        database = free.removeFirst();
      }
      String user = values.get('U');
      if (user == null && !free.isEmpty()) {
        user = free.removeFirst();
      }
      Stream<String> dashes =
          words.stream()
              .filter(word -> DASH.matcher(word).lookingAt())
              .map(word ->
                  "psql: hint: "
                      + word
                      + " begins with a dash as word processors make it, so it is no option; type"
                      + " the hyphen of the keyboard.");
      Stream<String> ignored =
          free.stream()
              .map(word -> "psql: warning: extra command-line argument \"" + word + "\" ignored");
      String role = user == null ? variable("PGUSER", System.getProperty("user.name")) : user;
      boolean list = flags.contains('l');
      String name = database != null ? database : variable("PGDATABASE", list ? "postgres" : role);
      Format format = new Format(flags.contains('x'), flags.contains('t'), !flags.contains('A'));
      return new PsqlOptions(
          new Server(host(), port(), role, name),
          List.copyOf(commands),
          format,
          flags.contains('q'),
          stopOnError,
          list,
          flags.contains('V'),
          Stream.concat(dashes, ignored).toList());
    }

    /** A socket's folder, which the driver does not know, means this machine. */
    private String host() {
      String host = values.getOrDefault('h', variable("PGHOST", ""));
      return host.isEmpty() || host.startsWith("/") ? "127.0.0.1" : host;
    }

    private int port() {
      String port = values.getOrDefault('p', variable("PGPORT", "5432"));
      try {
        int number = Integer.parseInt(port);
        if (number > 0 && number < 65_536) {
          return number;
        }
      } catch (NumberFormatException notANumber) {
        throw new Unacceptable(
            "psql: error: invalid integer value \"" + port + "\" for connection option \"port\"");
      }
      throw new Unacceptable("psql: error: invalid port number: \"" + port + "\"");
    }

    private String variable(String name, String otherwise) {
      String value = environment.getOrDefault(name, "");
      return value.isEmpty() ? otherwise : value;
    }
  }
}
