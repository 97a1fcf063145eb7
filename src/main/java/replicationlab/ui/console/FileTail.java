package replicationlab.ui.console;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what has been added to a file since the last look; whole lines only. */
final class FileTail {

  /** How much of a big file's end is read at most at one look. */
  private static final int MOST = 1 << 20;

  private static final int COMPARED = 512;

  private @Nullable Path file;
  private long position;
  private byte[] rest = new byte[0];

  /** What was read last, to see that it still stands there. */
  private byte[] seen = new byte[0];

  /**
   * What a look found.
   *
   * @param anew whether these lines begin again, because it is another file or was written anew
   */
  record Look(boolean anew, boolean exists, List<String> lines) {}

  /** Looks at a file; null stands for one that is not there. */
  Look at(@Nullable Path now) throws IOException {
    boolean other = now == null || !now.equals(file);
    if (other) {
      begin(now, 0);
    }
    if (now == null) {
      return new Look(true, false, List.of());
    }
    try (FileChannel channel = FileChannel.open(now)) {
      boolean anew = other || channel.size() < position || !continues(channel);
      if (anew) {
        begin(now, Math.max(0, channel.size() - MOST));
      }
      return new Look(anew, true, read(channel));
    } catch (NoSuchFileException e) {
      boolean was = position > 0;
      begin(now, 0);
      return new Look(was || other, false, List.of());
    }
  }

  private void begin(@Nullable Path now, long from) {
    file = now;
    position = from;
    rest = new byte[0];
    seen = new byte[0];
  }

  /** Going back in a lab puts another log there, which may have grown longer than the old one. */
  private boolean continues(FileChannel channel) throws IOException {
    ByteBuffer now = ByteBuffer.allocate(seen.length);
    long from = position - seen.length;
    while (now.hasRemaining() && channel.read(now, from + now.position()) > 0) {
      // until all is there
    }
    return Arrays.equals(seen, now.array());
  }

  private List<String> read(FileChannel channel) throws IOException {
    int fresh = (int) Math.min(MOST, channel.size() - position);
    ByteBuffer bytes = ByteBuffer.allocate(rest.length + fresh).put(rest);
    while (bytes.hasRemaining()) {
      int count = channel.read(bytes, position);
      if (count < 0) {
        break;
      }
      position += count;
    }
    byte[] all = bytes.array();
    int end = bytes.position();
    if (end > rest.length) {
      seen = Arrays.copyOfRange(all, Math.max(0, end - COMPARED), end);
    }
    while (end > 0 && all[end - 1] != '\n') {
      end--;
    }
    rest = Arrays.copyOfRange(all, end, bytes.position());
    return new String(all, 0, end, StandardCharsets.UTF_8).lines().toList();
  }
}
