package replicationlab.postgres.install;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import replicationlab.postgres.install.Installation.Origin;
import replicationlab.process.Cancellation;
import replicationlab.process.CommandRunner;

/**
 * Every PostgreSQL that can be used here. Listing is cheap; a bundled one is unpacked when it is
 * chosen. May be used by many threads.
 */
public final class Installations {

  private final ProgramVersions versions;
  private final BundledServers bundled;
  private final BundledServers added;
  private final Path addedJars;
  private final ProgramFolders folders;

  /**
   * @param bundledJars the folder with the servers' jars; it may be missing
   * @param cache where they are unpacked, such as {@link CacheFolder#ofThisUser}
   * @param environment whose PATH is searched
   */
  public Installations(
      CommandRunner runner, Path bundledJars, Path cache, Map<String, String> environment) {
    this(runner, bundledJars, cache, new ProgramFolders(Path.of("/"), environment));
  }

  Installations(CommandRunner runner, Path bundledJars, Path cache, ProgramFolders folders) {
    this.versions = new ProgramVersions(runner);
    this.addedJars = cache.resolve("added");
    this.bundled = new BundledServers(bundledJars, cache, Origin.BUNDLED);
    this.added = new BundledServers(addedJars, cache, Origin.ADDED);
    this.folders = folders;
  }

  /** Looks around on another thread, for somebody who is about to {@link #choose}. */
  public void lookAhead() {
    Thread.startVirtualThread(this::found);
  }

  /** Where the jars of added servers are to be put; it may be missing. */
  public Path addedJars() {
    return addedJars;
  }

  /**
   * Deletes an added one's files.
   *
   * @throws IOException if that cannot be done, or not in whole
   */
  public void remove(Installation installation) throws IOException {
    if (installation.origin() != Origin.ADDED) {
      throw new IllegalArgumentException(installation.label() + " was not added.");
    }
    added.remove(installation);
  }

  /** The bundled and the added ones, the newest first. */
  public List<Installation> ours() {
    return Stream.concat(bundled.all().stream(), added.all().stream())
        .sorted(comparing(Installation::version, reverseOrder()))
        .toList();
  }

  /**
   * The bundled and added ones, then the installed ones, the newest first. Those without a psql
   * borrow the newest that another has: it works with every older server, and for all that the labs
   * use with newer ones too.
   */
  public List<Installation> found() {
    List<Installation> installed =
        folders.all().stream()
            .map(folder -> inspect(folder, Origin.FOUND))
            .flatMap(Optional::stream)
            .sorted(comparing(Installation::version, reverseOrder()))
            .toList();
    return Stream.concat(ours().stream(), installed.stream())
        .map(installation -> withPsql(installation, installed))
        .toList();
  }

  /**
   * The installation that a person means, ready to be used.
   *
   * @param wish a version ("18", "9.6", "15.18"), a folder (with the programs, or its parent), or
   *     blank for the newest bundled one, or else the newest installed one
   * @param progress is told, in a sentence, when a bundled server has to be unpacked, which takes a
   *     second or two
   * @throws NoSuchInstallationException if there is none that can run servers
   * @throws UnpackFailedException if a bundled one cannot be unpacked
   * @throws java.util.concurrent.CancellationException if cancelled while unpacking
   */
  public Installation choose(String wish, Consumer<String> progress, Cancellation cancellation) {
    Installation chosen = pick(wish.strip(), found());
    switch (chosen.origin()) {
      case BUNDLED -> bundled.unpack(chosen, progress, cancellation);
      case ADDED -> added.unpack(chosen, progress, cancellation);
      case FOUND, NAMED -> {
        // Its programs are files already.
      }
    }
    return chosen;
  }

  /** The same, not to be cancelled. */
  public Installation choose(String wish, Consumer<String> progress) {
    return choose(wish, progress, new Cancellation());
  }

  private Installation pick(String wish, List<Installation> found) {
    if (isFolder(wish)) {
      return named(wish, found);
    }
    Predicate<Installation> meant =
        wish.isEmpty()
            ? Installation::canRunServers
            : it -> it.version().majorName().equals(wish) || it.version().toString().equals(wish);
    List<Installation> candidates = found.stream().filter(meant).toList();
    return candidates.stream()
        .filter(Installation::canRunServers)
        .findFirst()
        .orElseThrow(() -> noneFor(wish, candidates, found));
  }

  private static boolean isFolder(String wish) {
    return !wish.isEmpty()
        && (wish.contains("/") || wish.contains("\\") || Files.isDirectory(Path.of(wish)));
  }

  private Installation named(String wish, List<Installation> found) {
    Path folder =
        wish.startsWith("~/")
            ? Path.of(System.getProperty("user.home"), wish.substring(2))
            : Path.of(wish).toAbsolutePath();
    return Stream.of(folder, folder.resolve("bin"))
        .flatMap(bin -> known(bin, found).or(() -> inspect(bin, Origin.NAMED)).stream())
        .filter(Installation::canRunServers)
        .findFirst()
        .map(installation -> withPsql(installation, found))
        .orElseThrow(() ->
            new NoSuchInstallationException(
                "The folder %s has no initdb, pg_ctl and postgres that run here; name one that has, or choose %s."
                    .formatted(folder, list(found))));
  }

  /**
   * Whoever names the folder of one that we know means that one, and it may have to be unpacked.
   */
  private static Optional<Installation> known(Path bin, List<Installation> found) {
    return found.stream().filter(installation -> installation.bin().equals(bin)).findFirst();
  }

  private static NoSuchInstallationException noneFor(
      String wish, List<Installation> clientsOnly, List<Installation> found) {
    String what =
        !clientsOnly.isEmpty()
            ? "PostgreSQL %s is here without a server".formatted(clientsOnly.getFirst().label())
            : wish.isEmpty()
                ? "There is no PostgreSQL server on this machine"
                : "There is no PostgreSQL %s here".formatted(wish);
    return new NoSuchInstallationException(
        "%s; choose %s, name the folder of another, or add one with postgres add."
            .formatted(what, list(found)));
  }

  private static String list(List<Installation> found) {
    String labels =
        found.stream()
            .filter(Installation::canRunServers)
            .map(Installation::label)
            .collect(Collectors.joining(", "));
    return labels.isEmpty() ? "one after installing PostgreSQL" : labels;
  }

  private static Installation withPsql(Installation installation, List<Installation> others) {
    if (installation.program(Program.PSQL).isPresent()) {
      return installation;
    }
    return others.stream()
        .filter(other -> other.program(Program.PSQL).isPresent())
        .max(comparing(Installation::version))
        .map(it -> installation.borrowing(Program.PSQL, it.program(Program.PSQL).orElseThrow()))
        .orElse(installation);
  }

  private Optional<Installation> inspect(Path folder, Origin origin) {
    Map<Program, Path> programs = ProgramFiles.in(folder);
    if (programs.isEmpty()) {
      return Optional.empty();
    }
    Path bin = Objects.requireNonNull(programs.values().iterator().next().getParent());
    return versions
        .of(programs)
        .map(version ->
            new Installation(
                bin, ShareFolder.of(bin, version), version, origin, ProgramFiles.in(bin)));
  }
}
