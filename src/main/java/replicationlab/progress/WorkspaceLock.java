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
import org.jspecify.annotations.Nullable;

/**
 * Held by the one program that does a lab in a workspace. The system releases it even if that
 * program is killed.
 */
public final class WorkspaceLock implements AutoCloseable {

  private final FileChannel channel;

  private WorkspaceLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws WorkspaceException if another program, or another window of this one, holds it
   */
  public static WorkspaceLock take(Workspace workspace) {
    Path file = workspace.folder().resolve(Workspace.LOCK);
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      OwnerOnly.restrict(file);
      if (tryLock(channel) == null) {
        String holder = Files.readString(file).strip();
        channel.close();
        throw new WorkspaceException(
            "The workspace "
                + workspace.folder()
                + " is open in another window (process "
                + holder
                + "); go on there, or choose another folder.");
      }
      byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(pid), 0);
      return new WorkspaceLock(channel);
    } catch (IOException e) {
      throw new WorkspaceException(
          "The workspace " + workspace.folder() + " cannot be locked: " + e, e);
    }
  }

  /** Whether another program, or another window of this one, holds it now. */
  public static boolean isHeld(Workspace workspace) {
    Path file = workspace.folder().resolve(Workspace.LOCK);
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
    }
  }
}
