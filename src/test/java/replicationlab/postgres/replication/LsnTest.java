package replicationlab.postgres.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** WAL locations are 64-bit positions in two halves. */
class LsnTest {

  @Test
  void theUpperHalfCountsFourGigabytes() {
    assertThat(Lsn.bytes("0/3015690")).isEqualTo(0x3015690L);
    assertThat(Lsn.bytes("1/0") - Lsn.bytes("0/FFFFFFFF")).isEqualTo(1);
  }

  @Test
  void whatIsNoLocationIsRefused() {
    assertThatThrownBy(() -> Lsn.bytes("3015690")).isInstanceOf(IllegalArgumentException.class);
  }
}
