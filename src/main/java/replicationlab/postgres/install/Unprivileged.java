package replicationlab.postgres.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import replicationlab.process.CommandNotStartedException;
import replicationlab.process.CommandRequest;
import replicationlab.process.CommandResult;
import replicationlab.process.CommandRunner;

/**
 * PostgreSQL's servers refuse to run as root. On Linux, root can run them in a user namespace of
 * their own: there they see themselves as nobody, while the files stay root's, so that no account
 * and no change of owner is needed.
 */
public final class Unprivileged {

  private static final List<String> IN_NAMESPACE = List.of("unshare", "-U");
  private static final Set<Program> REFUSE_ROOT =
      Set.of(Program.INITDB, Program.PG_CTL, Program.POSTGRES, Program.PG_REWIND);

  private final CommandRunner runner;
  private final BooleanSupplier root;
  private @Nullable String obstacle;

  public Unprivileged(CommandRunner runner) {
    this(runner, Unprivileged::isRoot);
  }

  Unprivileged(CommandRunner runner, BooleanSupplier root) {
    this.runner = runner;
    this.root = root;
  }

  /**
   * The words to put in front of the program's; none for an ordinary user, nor for a program that
   * root may run.
   *
   * @throws CannotRunAsRootException if this system lets root make no namespace
   */
  public List<String> prefix(Program program) {
    if (!REFUSE_ROOT.contains(program) || !root.getAsBoolean()) {
      return List.of();
    }
    String why = obstacle();
    if (!why.isEmpty()) {
      throw new CannotRunAsRootException(
          "PostgreSQL refuses to run as root, and a user namespace cannot be had here (%s): run this program as an ordinary user."
              .formatted(why));
    }
    return IN_NAMESPACE;
  }

  /** Why it does not work; empty if it does. Asked once: the answer does not change. */
  private synchronized String obstacle() {
    String known = obstacle;
    if (known == null) {
      known = tryNamespace();
      obstacle = known;
    }
    return known;
  }

  private String tryNamespace() {
    try {
      CommandResult result =
          runner.run(CommandRequest.of(Path.of("/"), List.of("unshare", "-U", "true")));
      return result.succeeded() ? "" : result.text().isBlank() ? "unshare fails" : result.text();
    } catch (CommandNotStartedException noSuchProgram) {
      return "there is no program unshare";
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
