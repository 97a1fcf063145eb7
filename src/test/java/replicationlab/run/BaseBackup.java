package replicationlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import replicationlab.postgres.install.Program;
import replicationlab.postgres.install.Version;
import replicationlab.process.CommandRequest;
import replicationlab.process.CommandResult;
import replicationlab.process.CommandRunner;

/**
 * A real pg_basebackup, which copies from servers that are not newer than itself. The bundled
 * servers have none: it is an installed one, or the one that {@code -Dpg_basebackup=FILE} names, as
 * {@code .ci/newer-pg_basebackup} makes it.
 *
 * @param major of its PostgreSQL; 9 for 9.6
 */
public record BaseBackup(Path program, int major) {

  private static final List<BaseBackup> ALL = find();

  /** Those that there are, the oldest first, one of each major. */
  public static List<BaseBackup> all() {
    return ALL;
  }

  /** The oldest that is new enough for a server. */
  public static Optional<BaseBackup> forServer(int major) {
    return ALL.stream().filter(it -> it.major >= major).findFirst();
  }

  /** The oldest server whose libpq knows all that option -R writes. */
  public int writesForServersSince() {
    return switch (major) {
      // Neither has an option of its own that is written when nobody asks for it.
      case 15, 18 -> major - 1;
      default -> major;
    };
  }

  private static List<BaseBackup> find() {
    SortedMap<Integer, BaseBackup> found = new TreeMap<>();
    TestLab.installations()
        .found()
        .forEach(installation ->
            installation
                .program(Program.PG_BASEBACKUP)
                .ifPresent(program -> {
                  int major = installation.version().major();
                  found.putIfAbsent(major, new BaseBackup(program, major));
                }));
    String named = System.getProperty("pg_basebackup", "");
    if (!named.isEmpty()) {
      BaseBackup newer = ofFile(Path.of(named).toAbsolutePath());
      found.putIfAbsent(newer.major, newer);
    }
    return List.copyOf(found.values());
  }

  private static BaseBackup ofFile(Path program) {
    CommandResult said =
        new CommandRunner()
            .run(
                new CommandRequest(
                    List.of(program.toString(), "--version"),
                    program.resolveSibling(""),
                    Map.of(),
                    Duration.ofMinutes(1)));
    assertThat(said.succeeded()).as("%s: %s", program, said.text()).isTrue();
    // "pg_basebackup (PostgreSQL) 18.6 (Debian 18.6-3)"
    return new BaseBackup(program, Objects.requireNonNull(Version.find(said.text())).major());
  }
}
