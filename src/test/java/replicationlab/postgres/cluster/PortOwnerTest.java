package replicationlab.postgres.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** Who holds a port, as far as the system tells. */
class PortOwnerTest {

  @Test
  void thisProcessIsFoundOnAPortThatItHolds() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      PortOwner owner = PortOwner.of(socket.getLocalPort()).orElseThrow();
      assertThat(owner.port()).isEqualTo(socket.getLocalPort());
      assertThat(owner.pid()).isIn(0L, ProcessHandle.current().pid());
      assertThat(owner.words()).isNotBlank();
    }
  }

  @Test
  void aPairIsTwoDifferentPorts() {
    assertThat(PortPair.parse(" 5440 , 5441 ")).isEqualTo(new PortPair(5440, 5441));
    for (String wrong : new String[] {"5432", "a,b", "5432,5432", "0,1", "1,70000", ""}) {
      assertThatThrownBy(() -> PortPair.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
