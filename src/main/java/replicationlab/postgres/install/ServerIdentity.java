package replicationlab.postgres.install;

import java.nio.file.Path;
import java.util.List;

/** Who PostgreSQL's servers are to the system; {@link Unprivileged} chooses one, once. */
sealed interface ServerIdentity
    permits ServerIdentity.AsWeAre,
        ServerIdentity.UserNamespace,
        OtherAccount,
        ServerIdentity.None {

  /**
   * The words to put in front of the program's.
   *
   * @throws CannotRunAsRootException if there is no way
   */
  List<String> prefix();

  /** Makes all that root has made in a folder, and the folder itself, the servers' own. */
  default void handOver(Path folder) {
    // Theirs already, except where they have an account of their own.
  }

  /** The same as a command; none where there is nothing to do. */
  default List<String> handOverCommand(Path folder) {
    return List.of();
  }

  /** An ordinary user: the servers are that user, too. */
  record AsWeAre() implements ServerIdentity {
    @Override
    public List<String> prefix() {
      return List.of();
    }
  }

  /**
   * Root, in a user namespace: the servers see themselves as nobody, while the files stay root's,
   * so that no account and no change of owner is needed. Linux allows it, containers often do not.
   */
  record UserNamespace() implements ServerIdentity {
    @Override
    public List<String> prefix() {
      return List.of("unshare", "-U");
    }
  }

  /** Root on a system that offers no way. */
  record None(String sentence) implements ServerIdentity {
    @Override
    public List<String> prefix() {
      throw new CannotRunAsRootException(sentence);
    }
  }
}
