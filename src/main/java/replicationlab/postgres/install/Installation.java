package replicationlab.postgres.install;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
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
    ADDED,
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

  /** What it has not got itself, even if it can borrow it. */
  public Set<Program> lacks() {
    Set<Program> missing = EnumSet.allOf(Program.class);
    missing.removeIf(program -> programs.containsKey(program) && !borrows(program));
    return missing;
  }

  /** Whether the program is there, but belongs to another installation. */
  public boolean borrows(Program program) {
    return program(program).map(file -> !bin.equals(file.getParent())).orElse(false);
  }

  /** The same with another's program in the place of one that it lacks. */
  Installation borrowing(Program program, Path file) {
    Map<Program, Path> more = new EnumMap<>(Program.class);
    more.putAll(programs);
    more.put(program, file);
    return new Installation(bin, share, version, origin, more);
  }

  /**
   * As a person would name it: "18.6 (bundled)", "14.24 (added)" or "15.18
   * (/usr/lib/postgresql/15/bin)".
   */
  public String label() {
    String from =
        switch (origin) {
          case BUNDLED -> "bundled";
          case ADDED -> "added";
          case FOUND, NAMED -> bin.toString();
        };
    return version + " (" + from + ")";
  }

  /** Enough to make and run clusters. */
  public boolean canRunServers() {
    return programs.keySet().containsAll(Set.of(Program.INITDB, Program.PG_CTL, Program.POSTGRES));
  }
}
