package replicationlab.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import replicationlab.process.PseudoTerminal;

/** Somebody who types at a terminal and reads what comes. */
final class TypedAtTerminal implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final PseudoTerminal terminal;
  private volatile String seen = "";

  TypedAtTerminal(PseudoTerminal terminal) {
    this.terminal = terminal;
    Thread.ofVirtual().start(this::readAll);
    await().atMost(PATIENCE).until(() -> prompts() == 1);
  }

  private void readAll() {
    char[] buffer = new char[4096];
    try {
      for (int count = 0; count >= 0; count = terminal.read(buffer, 0, buffer.length)) {
        seen = seen.concat(new String(buffer, 0, count));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private long prompts() {
    return seen.split("\033]1341;prompt\007", -1).length - 1L;
  }

  /** Types a command and waits for the next prompt; answers with what came between. */
  String run(String command) throws IOException {
    long before = prompts();
    int from = seen.length();
    type(command + "\r");
    await().atMost(PATIENCE).until(() -> prompts() > before);
    return seen.substring(from);
  }

  void type(String text) throws IOException {
    terminal.write(text.getBytes(StandardCharsets.UTF_8));
  }

  void sees(String words) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(seen).contains(words));
  }

  @Override
  public void close() {
    terminal.close();
    await().atMost(PATIENCE).until(() -> !terminal.isAlive());
  }
}
