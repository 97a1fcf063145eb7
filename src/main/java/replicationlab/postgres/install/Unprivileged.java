package replicationlab.postgres.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import replicationlab.process.CommandNotStartedException;
import replicationlab.process.CommandRequest;
import replicationlab.process.CommandResult;
import replicationlab.process.CommandResult.Ending;
import replicationlab.process.CommandRunner;

/**
 * Runs PostgreSQL's servers although we may be root, as whom they refuse to run: in a user
 * namespace where Linux allows one, else as an account that every Linux has. May be used by many
 * threads.
 */
public final class Unprivileged {

  private static final Set<Program> REFUSE_ROOT =
      Set.of(Program.INITDB, Program.PG_CTL, Program.POSTGRES, Program.PG_REWIND);

  private final CommandRunner runner;
  private final Map<String, String> environment;
  private final BooleanSupplier root;
  private @Nullable ServerIdentity chosen;

  public Unprivileged(CommandRunner runner) {
    this(runner, Map.of());
  }

  /**
   * @param environment whose PATH finds unshare, setpriv and runuser; what it lacks is this
   *     program's own
   */
  public Unprivileged(CommandRunner runner, Map<String, String> environment) {
    this(runner, environment, Unprivileged::isRoot);
  }

  Unprivileged(CommandRunner runner, Map<String, String> environment, BooleanSupplier root) {
    this.runner = runner;
    this.environment = Map.copyOf(environment);
    this.root = root;
  }

  /**
   * The words to put in front of the program's; none for an ordinary user, nor for a program that
   * root may run.
   *
   * @throws CannotRunAsRootException if this system offers root no way
   */
  public List<String> prefix(Program program) {
    return REFUSE_ROOT.contains(program) ? identity().prefix() : List.of();
  }

  /**
   * Lets the servers have what root has made for them: the folder and all in it. To be called
   * whenever we have written there; costs nothing where the servers are who we are.
   *
   * @throws CannotRunAsRootException if the owner of a file cannot be changed
   */
  public void handOver(Path folder) {
    identity().handOver(folder);
  }

  /**
   * What a shell has to run before a program of the servers', so that it does what {@link
   * #handOver} does; nothing where the servers are who we are.
   *
   * @throws CannotRunAsRootException if this system offers root no way
   */
  public List<String> handOverCommand(Path folder) {
    return identity().handOverCommand(folder);
  }

  /**
   * Makes sure that the servers get to where they are to work; the folder itself need not be theirs
   * yet.
   *
   * @throws CannotRunAsRootException if there is no way to run them, or a folder bars them, with
   *     the remedy
   */
  public void requireReach(Path workspace) {
    barrier(workspace.toAbsolutePath().resolveSibling(""))
        .ifPresent(folder -> {
          throw new CannotRunAsRootException(
              "PostgreSQL refuses to run as root, and the account that runs it instead may not enter %s: choose a workspace elsewhere, such as --workspace /var/tmp/replication-lab."
                  .formatted(folder));
        });
  }

  /**
   * Makes sure that the servers get to their programs.
   *
   * @throws CannotRunAsRootException as the other
   */
  public void requireReach(Installation installation) {
    barrier(installation.program(Program.POSTGRES).orElse(installation.bin()))
        .ifPresent(path -> {
          throw new CannotRunAsRootException(
              "PostgreSQL refuses to run as root, and the account that runs it instead may not enter %s, where its programs are: allow it with chmod a+rx, or choose another PostgreSQL."
                  .formatted(path));
        });
  }

  /** The usual place if the servers get there, or would once it is made; else the other. */
  public Path placeFor(Path usual, Path other) {
    if (identity() instanceof ServerIdentity.None) {
      return usual;
    }
    Path parent = usual.toAbsolutePath().resolveSibling("");
    return barrier(parent).isEmpty() ? usual : other;
  }

  /** The first folder on the way, or the place itself, that the servers may not enter. */
  private Optional<Path> barrier(Path place) {
    List<String> prefix = identity().prefix();
    if (prefix.isEmpty()) {
      return Optional.empty();
    }
    Path real = real(place);
    if (mayEnter(real, prefix)) {
      return Optional.empty();
    }
    return IntStream.rangeClosed(1, real.getNameCount())
        .mapToObj(names -> real.resolve("/").resolve(real.subpath(0, names)))
        .filter(path -> !mayEnter(path, prefix))
        .findFirst();
  }

  private boolean mayEnter(Path path, List<String> prefix) {
    return run(OtherAccount.with(prefix, "test", "-x", path.toString())).succeeded();
  }

  /** As far as it exists, links resolved. */
  private static Path real(Path place) {
    Path existing = place.toAbsolutePath().normalize();
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    try {
      return existing.toRealPath();
    } catch (IOException goneMeanwhile) {
      return existing;
    }
  }

  /** Asked once: the answer does not change. */
  private synchronized ServerIdentity identity() {
    ServerIdentity known = chosen;
    if (known == null) {
      known = choose();
      chosen = known;
    }
    return known;
  }

  private ServerIdentity choose() {
    if (!root.getAsBoolean()) {
      return new ServerIdentity.AsWeAre();
    }
    ServerIdentity namespace = new ServerIdentity.UserNamespace();
    CommandResult tried = run(OtherAccount.with(namespace.prefix(), "true"));
    if (tried.succeeded()) {
      return namespace;
    }
    Optional<OtherAccount> account = OtherAccount.find(this::run);
    if (account.isPresent()) {
      return account.get();
    }
    String why = tried.text().isBlank() ? "unshare fails" : tried.text().strip();
    return new ServerIdentity.None(
        "PostgreSQL refuses to run as root, and here root has neither user namespaces (%s) nor setpriv or runuser with an account nobody or postgres: run this program as an ordinary user."
            .formatted(why));
  }

  /** A program that is not there counts as one that fails. */
  private CommandResult run(List<String> command) {
    try {
      return runner.run(
          new CommandRequest(command, Path.of("/"), environment, Duration.ofSeconds(20)));
    } catch (CommandNotStartedException noSuchProgram) {
      return new CommandResult(Ending.EXITED, 127, List.of(), Duration.ZERO);
    }
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException notLinux) {
      return "root".equals(System.getProperty("user.name"));
    }
  }
}
