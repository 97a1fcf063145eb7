package replicationlab.progress;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import replicationlab.files.OwnerOnly;

/**
 * Held by the one program that does a lab in a workspace. The system releases it even if that
 * program is killed.
 */
public final class WorkspaceLock implements AutoCloseable {

  /**
   * Those of this program. To open and close such a file once more would release its lock: POSIX
   * gives up all of a program's locks on a file as soon as it closes the file anywhere (fcntl(2)).
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final FileChannel channel;
  private final Path file;

  private WorkspaceLock(FileChannel channel, Path file) {
    this.channel = channel;
    this.file = file;
  }

  /**
   * Takes the lock.
   *
   * @throws WorkspaceException if another program, or another window of this one, holds it
   */
  public static WorkspaceLock take(Workspace workspace) {
    Path file = workspace.folder().resolve(Workspace.LOCK);
    String us = Long.toString(ProcessHandle.current().pid());
    if (!HELD_HERE.add(file)) {
      throw isOpen(workspace, us);
    }
    boolean taken = false;
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        OwnerOnly.restrict(file);
        if (tryLock(channel) == null) {
          throw isOpen(workspace, Files.readString(file).strip());
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(us.getBytes(StandardCharsets.UTF_8)), 0);
        taken = true;
        return new WorkspaceLock(channel, file);
      } finally {
        if (!taken) {
          channel.close();
        }
      }
    } catch (IOException e) {
      throw new WorkspaceException(
          "The workspace " + workspace.folder() + " cannot be locked: " + e, e);
    } finally {
      if (!taken) {
        HELD_HERE.remove(file);
      }
    }
  }

  private static WorkspaceException isOpen(Workspace workspace, String holder) {
    return new WorkspaceException(
        "The workspace "
            + workspace.folder()
            + " is open in another window (process "
            + holder
            + "); go on there, or choose another folder.");
  }

  /** Whether another program, or another window of this one, holds it now. */
  public static boolean isHeld(Workspace workspace) {
    Path file = workspace.folder().resolve(Workspace.LOCK);
    if (HELD_HERE.contains(file)) {
      return true;
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      return tryLock(channel) == null;
    } catch (IOException e) {
      throw new WorkspaceException(
          "The workspace " + workspace.folder() + " cannot be locked: " + e, e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      // The pid itself stays readable for others on systems where locks are mandatory.
      return channel.tryLock(1_000, 1, false);
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new WorkspaceException("The workspace's lock could not be released: " + e, e);
    } finally {
      HELD_HERE.remove(file);
    }
  }
}
