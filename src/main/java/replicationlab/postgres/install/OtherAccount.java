package replicationlab.postgres.install;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import replicationlab.process.CommandResult;

/**
 * Root, with the servers run by an account that every Linux has. Their files must be that
 * account's: PostgreSQL refuses a data directory of somebody else, and another's file of mode 600
 * cannot be read.
 *
 * @param uid the account's number
 * @param gid the number of its group
 * @param prefix what runs a program as that account
 */
record OtherAccount(int uid, int gid, List<String> prefix) implements ServerIdentity {

  /**
   * First the one that owns nothing: an account postgres may own real clusters, with which an
   * exercise has no business.
   */
  private static final List<String> ACCOUNTS = List.of("nobody", "postgres");

  private static final int ROOT = 0;

  /** The first that works here. */
  static Optional<OtherAccount> find(Function<List<String>, CommandResult> run) {
    return ACCOUNTS.stream().flatMap(name -> account(name, run).stream()).findFirst();
  }

  private static Optional<OtherAccount> account(
      String name, Function<List<String>, CommandResult> run) {
    int user = number(run.apply(List.of("id", "-u", name)));
    int group = number(run.apply(List.of("id", "-g", name)));
    if (user <= ROOT || group < 0) {
      return Optional.empty();
    }
    return Stream.of(
            List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups"),
            List.of("runuser", "-u", name, "--"))
        .filter(words -> number(run.apply(with(words, "id", "-u"))) == user)
        .findFirst()
        .map(words -> new OtherAccount(user, group, words));
  }

  /** -1 if it failed, or if the number is none of Linux's. */
  private static int number(CommandResult result) {
    String text = result.text().strip();
    return result.succeeded() && text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
  }

  /** The command with words in front of it. */
  static List<String> with(List<String> prefix, String... command) {
    return Stream.concat(prefix.stream(), Stream.of(command)).toList();
  }

  @Override
  public void handOver(Path folder) {
    try {
      Files.walkFileTree(folder, new Visitor());
    } catch (IOException e) {
      throw new CannotRunAsRootException(
          "PostgreSQL refuses to run as root, and %s cannot be given to the account that runs it (%s): choose a workspace on a disk of this machine."
              .formatted(folder, e));
    }
  }

  @Override
  public List<String> handOverCommand(Path folder) {
    // Links themselves, never what they lead to.
    return List.of("chown", "-hR", uid + ":" + gid, folder.toString());
  }

  private final class Visitor extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      give(folder);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      give(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      return unlessGone(failure);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      return failure == null ? FileVisitResult.CONTINUE : unlessGone(failure);
    }

    /** A running server makes and removes files while we look. */
    private static FileVisitResult unlessGone(IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }

    private void give(Path path) throws IOException {
      try {
        Map<String, Object> now =
            Files.readAttributes(path, "unix:uid,nlink", LinkOption.NOFOLLOW_LINKS);
        boolean roots = Integer.valueOf(ROOT).equals(now.get("uid"));
        // A second name of a file of root's, planted by the account, must not make it the
        // account's.
        boolean secondName =
            !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                && !Integer.valueOf(1).equals(now.get("nlink"));
        if (roots && !secondName) {
          Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
          Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        }
      } catch (NoSuchFileException gone) {
        unlessGone(gone);
      }
    }
  }
}
