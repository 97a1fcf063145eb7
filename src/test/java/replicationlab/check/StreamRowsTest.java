package replicationlab.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import replicationlab.postgres.config.ConninfoHost;

/** From where a standby streams. */
class StreamRowsTest {

  private static boolean isPrimary(String host, int port) {
    return StreamRows.isPrimary(new ConninfoHost(host, host, port), 5432);
  }

  @Test
  void serverOfAnotherMachineIsNotThePrimaryWhateverItsPort() {
    assertThat(isPrimary("127.0.0.1", 5432)).isTrue();
    assertThat(isPrimary("/tmp", 5432)).isTrue();
    assertThat(isPrimary("::1", 5432)).isTrue();
    assertThat(isPrimary("127.0.0.1", 5433)).isFalse();
    // An address that no machine has (RFC 5737).
    assertThat(isPrimary("192.0.2.7", 5432)).isFalse();
  }
}
