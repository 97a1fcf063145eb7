package replicationlab.postgres.install;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One PostgreSQL on this machine.
 *
 * @param bin the folder with its programs
 * @param share where its samples are, such as {@code recovery.conf.sample}
 * @param programs each program that it has (or, as psql, may borrow from another) and where
 */
public record Installation(
    Path bin, Path share, Version version, Origin origin, Map<Program, Path> programs) {

  /** Where it comes from. */
  public enum Origin {
    BUNDLED,
    FOUND,
    NAMED
  }

  public Installation {
    programs = Map.copyOf(programs);
  }

  /** Where the program is, if there is one. */
  public Optional<Path> program(Program program) {
    return Optional.ofNullable(programs.get(program));
  }

  /** Enough to make and run clusters. */
  public boolean canRunServers() {
    return programs.keySet().containsAll(Set.of(Program.INITDB, Program.PG_CTL, Program.POSTGRES));
  }
}
