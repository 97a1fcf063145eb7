package replicationlab.check;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import replicationlab.postgres.config.Conninfo;
import replicationlab.process.RunningPrograms;

/**
 * The file in which libpq looks for a password (PostgreSQL's manual, "The Password File"): the one
 * that the connection string or PGPASSFILE names, or else that of the account.
 *
 * @param named the one that the connection string names; empty if it names none
 * @param environment the variables of the program that connects
 * @param folder where a relative name begins
 * @param home the home of the account; empty if nobody tells
 */
record PasswordFile(
    String named, Map<String, String> environment, Path folder, Optional<Path> home) {

  private static final boolean WINDOWS = File.pathSeparator.equals(";");

  /** As a person calls the file of an account of his own. */
  static final String USUAL = WINDOWS ? "%APPDATA%\\postgresql\\pgpass.conf" : "~/.pgpass";

  private static final String VARIABLE = "PGPASSFILE";
  private static final String NAME = ".pgpass";
  private static final String OWNERS_ALONE = ", which nobody but its owner may read";
  private static final int HOME_VARIABLE_SINCE = 15;
  private static final Path ACCOUNTS = Path.of("/etc/passwd");
  private static final String ROOT = "root";

  /** PostgreSQL does not run as root; in a namespace of root's it is nobody. */
  private static final String NOBODY = "nobody";

  /**
   * That of a server, in which a standby's libpq runs. Its data directory is its account's.
   *
   * @param environment the server's, as far as it is known
   */
  static PasswordFile of(Side side, String named, Map<String, String> environment) {
    Path data = side.cluster().data();
    String owner = owner(data).orElse("");
    String variable = environment.getOrDefault("HOME", "");
    boolean byVariable = side.system().major() >= HOME_VARIABLE_SINCE && !variable.isEmpty();
    Optional<Path> home =
        byVariable
            ? Optional.of(Path.of(variable))
            : home(owner.equals(ROOT) ? NOBODY : owner, ACCOUNTS);
    return new PasswordFile(
        named,
        environment,
        data,
        home.filter(folder -> owner(folder).filter(owner::equals).isPresent()));
  }

  /** The environment of a server that runs, and else our own, with which we would start it. */
  static Map<String, String> environment(Side side) {
    return side.data()
        .server()
        .map(server -> RunningPrograms.environmentOf(server.pid()))
        .filter(variables -> !variables.isEmpty())
        .orElseGet(System::getenv);
  }

  private static Optional<String> owner(Path path) {
    try {
      return Optional.of(Files.getOwner(path).getName());
    } catch (IOException | UnsupportedOperationException notThere) {
      return Optional.empty();
    }
  }

  /** Of us, whatever the system calls it; of others, as the list of accounts has it. */
  static Optional<Path> home(String account, Path accounts) {
    if (account.equals(System.getProperty("user.name"))) {
      return Optional.of(Path.of(System.getProperty("user.home")));
    }
    try (Stream<String> lines = Files.lines(accounts)) {
      return lines
          .map(line -> line.split(":", -1))
          .filter(fields -> fields.length > 5 && fields[0].equals(account))
          .map(fields -> Path.of(fields[5]))
          .findFirst();
    } catch (IOException | UncheckedIOException | InvalidPathException notThere) {
      return Optional.empty();
    }
  }

  /** Empty if the account has no place for one. */
  Optional<Path> path() {
    String given = named.isEmpty() ? environment.getOrDefault(VARIABLE, "") : named;
    if (!given.isEmpty()) {
      return Optional.of(folder.resolve(given));
    }
    return WINDOWS
        ? Optional.ofNullable(environment.get("APPDATA"))
            .map(appData -> Path.of(appData, "postgresql", "pgpass.conf"))
        : home.map(folder -> folder.resolve(NAME));
  }

  /** Whether one is there, or might be where we cannot look. */
  boolean mayBeThere() {
    return path().filter(file -> !Files.notExists(file)).isPresent();
  }

  /** Where a line is to be put so that it is read, as the end of "put the line into". */
  String place(int major) {
    String given = environment.getOrDefault(VARIABLE, "");
    if (!named.isEmpty() || !given.isEmpty()) {
      return (named.isEmpty() ? given + " (which PGPASSFILE names)" : named) + OWNERS_ALONE;
    }
    return path()
        .map(file ->
            "the password file of the account that runs the standby ("
                + shown(file)
                + ", or what PGPASSFILE names when the standby is started)"
                + OWNERS_ALONE)
        .orElse(
            "a file that belongs to the account that runs the standby and that nobody else may"
                + " read, and name it "
                + (Conninfo.knows(major, "passfile")
                    ? "by passfile= in primary_conninfo"
                    : "by PGPASSFILE when the standby is started")
                + ": that account has no home for a password file");
  }

  private static String shown(Path file) {
    boolean ours = file.equals(Path.of(System.getProperty("user.home"), NAME));
    return WINDOWS || ours ? USUAL : file.toString();
  }
}
