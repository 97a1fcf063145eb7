package replicationlab.ui.terminal;

import com.techsenger.jeditermfx.core.TtyConnector;
import com.techsenger.jeditermfx.core.util.TermSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import replicationlab.process.PseudoTerminal;

/** Lets JediTermFX read and write a terminal of ours. */
final class PtyConnector implements TtyConnector {

  private final PseudoTerminal terminal;

  PtyConnector(PseudoTerminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    return terminal.read(buffer, offset, length);
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    terminal.write(bytes);
  }

  @Override
  public void write(String text) throws IOException {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void resize(TermSize size) {
    terminal.resize(size.getColumns(), size.getRows());
  }

  @Override
  public boolean isConnected() {
    return terminal.isAlive();
  }

  @Override
  public boolean ready() throws IOException {
    return terminal.ready();
  }

  @Override
  public int waitFor() throws InterruptedException {
    return terminal.waitFor();
  }

  @Override
  public String getName() {
    return "lab";
  }

  @Override
  public void close() {
    terminal.close();
  }
}
