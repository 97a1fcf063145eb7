package replicationlab.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What pg_control says of a cluster without a server. The state stands after identifier and two
 * version numbers on every major (PostgreSQL's {@code pg_control.h}, {@code DBState}).
 */
final class ControlFile {

  private static final int STATE_AT = 16;
  private static final int SHUT_DOWN = 1;
  private static final int IN_PRODUCTION = 6;

  private ControlFile() {}

  /** Whether the server that wrote it last was a primary. */
  static boolean ranAsPrimary(Path data) {
    int state = state(data);
    return state == SHUT_DOWN || state == IN_PRODUCTION;
  }

  private static int state(Path data) {
    try (InputStream control = Files.newInputStream(data.resolve("global/pg_control"))) {
      byte[] head = control.readNBytes(STATE_AT + Integer.BYTES);
      return head.length < STATE_AT + Integer.BYTES
          ? -1
          : ByteBuffer.wrap(head).order(ByteOrder.nativeOrder()).getInt(STATE_AT);
    } catch (IOException e) {
      return -1;
    }
  }
}
