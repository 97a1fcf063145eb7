package replicationlab.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a value of a setting is compared with those that a check wants. */
class SettingChecksTest {

  private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "::1");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "Localhost",
        "\"localhost\"",
        " localhost , 127.0.0.1 ",
        "\"127.0.0.1\", \"::1\"",
        "::1",
        "127.0.0.1, ::1"
      })
  void serverListensOnThisMachineOnlyHoweverItIsWritten(String value) {
    assertThat(SettingChecks.isAmong("listen_addresses", value, LOOPBACK)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "0.0.0.0", "::", "localhost, *", "\"*\"", "", "localhost.example"})
  void serverListensToOthersOrToNobody(String value) {
    assertThat(SettingChecks.isAmong("listen_addresses", value, LOOPBACK)).isFalse();
  }
}
