package replicationlab.postgres.download;

import static java.util.Comparator.comparingLong;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import replicationlab.postgres.install.Installation;
import replicationlab.postgres.install.Installation.Origin;
import replicationlab.postgres.install.Installations;
import replicationlab.process.RunningPrograms;

/**
 * Takes servers away that were added. Nothing is asked, as nothing is lost: workspaces stay as they
 * are, and the server can be added again. One that runs is left alone. May be used by many threads.
 */
public final class ServerRemoval {

  private final Installations installations;

  /** Removes from these. */
  public ServerRemoval(Installations installations) {
    this.installations = installations;
  }

  /**
   * Removes the added PostgreSQL that a person means.
   *
   * @param wish "14" or "14.24"
   * @return what was removed
   * @throws CannotRemoveException if there is none, or it is in use; nothing of it is gone then
   */
  public Installation remove(String wish) {
    Installation meant = find(wish.strip());
    remove(meant);
    return meant;
  }

  /**
   * Removes an added PostgreSQL.
   *
   * @throws CannotRemoveException if it is in use; nothing of it is gone then
   */
  public void remove(Installation meant) {
    Path lockFile = installations.addedJars().resolve(".lock");
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = ServerDownloads.lock(channel)) {
      requireUnused(meant);
      installations.remove(meant);
      lock.release();
    } catch (IOException e) {
      throw new CannotRemoveException(
          "%s could not be removed in whole from %s: %s. Mend that, and remove it again."
              .formatted(name(meant), meant.bin().resolveSibling(""), e),
          e);
    }
  }

  private Installation find(String wish) {
    List<Installation> ours = installations.ours();
    List<Installation> meant =
        ours.stream()
            .filter(each ->
                each.version().majorName().equals(wish) || each.version().toString().equals(wish))
            .toList();
    return meant.stream()
        .filter(each -> each.origin() == Origin.ADDED)
        .findFirst()
        .orElseThrow(() -> notAdded(wish, meant, ours));
  }

  private static CannotRemoveException notAdded(
      String wish, List<Installation> meant, List<Installation> ours) {
    String added =
        ours.stream()
            .filter(each -> each.origin() == Origin.ADDED)
            .map(each -> each.version().toString())
            .collect(Collectors.joining(", "));
    String there =
        added.isEmpty() ? "none was added" : "those that were added and can be removed: " + added;
    return new CannotRemoveException(
        meant.isEmpty()
            ? "PostgreSQL %s was not added to this program; %s.".formatted(wish, there)
            : "PostgreSQL %s came with this program and stays; %s.".formatted(wish, there));
  }

  private static void requireUnused(Installation meant) {
    Path folder = Objects.requireNonNull(meant.bin().getParent());
    RunningPrograms.from(folder).stream()
        .min(comparingLong(ProcessHandle::pid))
        .ifPresent(process -> {
          String where =
              RunningPrograms.directoryOf(process.pid())
                  .map(directory -> " in " + directory)
                  .orElse("");
          throw new CannotRemoveException(
              "%s is in use: process %d of it runs%s; stop that server, and remove it then."
                  .formatted(name(meant), process.pid(), where));
        });
  }

  private static String name(Installation installation) {
    return "PostgreSQL " + installation.version();
  }
}
