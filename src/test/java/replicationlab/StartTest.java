package replicationlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StartTest {

  private static final int JAVA_8 = 52;

  @Test
  void anOlderJavaIsKnownByWhatItCallsItself() {
    assertThat(Start.version("1.8")).isEqualTo(8);
    assertThat(Start.version("11")).isEqualTo(11);
    assertThat(Start.version("17")).isEqualTo(17);
    assertThat(Start.version("25")).isEqualTo(25);
    assertThat(Start.version("26-ea")).isEqualTo(26);
    assertThat(Start.version("who knows")).as("may start").isGreaterThanOrEqualTo(25);
  }

  @Test
  void oneSentenceSaysWhatIsWrongAndWhatToDo() {
    assertThat(Start.refusal(17, "/opt/jdk-17", "/lab/app/replication-lab"))
        .isEqualTo(
            "Replication Lab needs Java 25 or newer, and this is Java 17 (in /opt/jdk-17); start it"
                + " with /lab/app/replication-lab, which looks for a newer one, or with the java of"
                + " a newer one, which may have to be installed first.");
    assertThat(Start.refusal(8, "C:\\jre", ""))
        .as("where there is no launcher")
        .isEqualTo(
            "Replication Lab needs Java 25 or newer, and this is Java 8 (in C:\\jre); start it with"
                + " the java of a newer one, which may have to be installed first.");
  }

  @Test
  void anOlderJavaCanReadIt() throws IOException {
    try (DataInputStream file =
        new DataInputStream(
            Objects.requireNonNull(Start.class.getResourceAsStream("Start.class")))) {
      file.skipNBytes(Integer.BYTES + Short.BYTES);
      assertThat(file.readUnsignedShort()).isEqualTo(JAVA_8);
    }
  }
}
