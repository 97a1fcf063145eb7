package replicationlab.postgres.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values are compared by what they mean. */
class ParameterValueTest {

  @ParameterizedTest
  @CsvSource({
    "integer, 8kB, 128MB, 16384, true",
    "integer, MB, 1GB, 1024, true",
    "integer, MB, 800MB, 0, false",
    "integer, 16MB, 1GB, 64, true",
    "integer, kB, 4096, 4MB, true",
    "integer, ms, 5s, 5000, true",
    "integer, s, 5min, 300, true",
    "integer, s, 1d, 86400, true",
    "integer, '', 100, 100, true",
    "integer, '', 0100, 100, true",
    "integer, '', 50, 100, false",
    "real, '', 4, 4.0, true",
    "real, ms, 2ms, 2, true",
    "bool, '', true, on, true",
    "bool, '', YES, on, true",
    "bool, '', f, off, true",
    "bool, '', on, off, false",
    "enum, '', Replica, replica, true",
    "enum, '', hot_standby, replica, true",
    "enum, '', logical, replica, false",
    "string, '', localhost, 127.0.0.1, false",
    "string, '', localhost, localhost, true",
  })
  void same(String type, String unit, String one, String other, boolean same) {
    Parameter parameter =
        new Parameter("wal_level", "", unit, type, List.of(), "", "", "sighup", "", "");
    assertThat(ParameterValue.same(parameter, one, other)).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "4096, kB, 4MB",
    "16384, 8kB, 128MB",
    "100, kB, 100kB",
    "300, s, 5min",
    "1440, min, 1d",
    "200, ms, 200ms",
    "1500, ms, 1500ms",
    "0, kB, 0",
    "-1, kB, -1",
    "0.5, ms, 0.5ms",
    "100, '', 100",
    "'', kB, ''",
    "on, '', on",
  })
  void defaultsAreToldWithTheirUnitsAsShowDoes(String value, String unit, String told) {
    assertThat(ParameterValue.withUnit(value, unit)).isEqualTo(told);
  }
}
