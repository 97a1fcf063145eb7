package replicationlab.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The journal's file: appended to, never rewritten. Whenever the program dies, the last line may be
 * half written; the next start cuts it off and says so in a line of its own. One thread at a time.
 */
final class JournalFile implements AutoCloseable {

  private final FileChannel channel;
  private String head = Chain.START;
  private int number;
  private long end;
  private long torn;

  /** Opens the file, or makes one that only its owner may read. */
  JournalFile(Path file) throws IOException {
    channel = open(file);
    try {
      goOn(Files.readAllBytes(file));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static FileChannel open(Path file) throws IOException {
    Set<OpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? FileChannel.open(
            file,
            options,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
        : FileChannel.open(file, options, new FileAttribute<?>[0]);
  }

  /** Takes up the chain where it ended. What was edited meanwhile is not mended: it stays seen. */
  private void goOn(byte[] content) throws IOException {
    int whole = content.length;
    while (whole > 0 && content[whole - 1] != '\n') {
      whole--;
    }
    String tail = new String(content, whole, content.length - whole, StandardCharsets.UTF_8);
    if (Chain.parse(tail).filter(line -> line.has(Chain.HASH)).isPresent()) {
      // Whole but for its end: the crash came just then, or an editor has taken it away.
      channel.write(ByteBuffer.wrap(new byte[] {'\n'}), content.length);
      byte[] ended = Arrays.copyOf(content, content.length + 1);
      ended[content.length] = '\n';
      goOn(ended);
      return;
    }
    torn = (long) content.length - whole;
    end = whole;
    if (torn > 0) {
      channel.truncate(end);
    }
    List<String> lines = new String(content, 0, whole, StandardCharsets.UTF_8).lines().toList();
    number = lines.size();
    if (!lines.isEmpty()) {
      Optional<ObjectNode> last = Chain.parse(lines.getLast());
      head = last.map(Chain::claimed).orElseGet(() -> Chain.digest(lines.getLast()));
    }
  }

  /** How many bytes of a half-written line were cut off when the file was opened. */
  long torn() {
    return torn;
  }

  /** How long the file is, in bytes. */
  long size() {
    return end;
  }

  /**
   * Appends one line; numbers and seals it.
   *
   * @throws IOException if it cannot be written; the file then ends where it ended before
   */
  void append(ObjectNode content) throws IOException {
    ObjectNode line = Chain.object();
    line.put("n", number + 1);
    line.setAll(content);
    String hash = Chain.seal(head, line);
    ByteBuffer bytes = ByteBuffer.wrap((Chain.text(line) + "\n").getBytes(StandardCharsets.UTF_8));
    int length = bytes.remaining();
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes, end + bytes.position());
      }
    } catch (IOException e) {
      channel.truncate(end);
      throw e;
    }
    end += length;
    number++;
    head = hash;
  }

  /** Makes what was written survive a power cut. */
  void force() throws IOException {
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
