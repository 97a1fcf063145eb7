package replicationlab.postgres.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in by a pg_hba.conf, as the server would decide. */
class HbaFileTest {

  private static final HbaClient POSTGRES = HbaClient.of("postgres");

  @TempDir Path folder;

  private HbaFile read(String text, int major) throws IOException {
    return HbaFile.read(Files.writeString(folder.resolve("pg_hba.conf"), text), major);
  }

  private String method(String text, int major, HbaClient client) throws IOException {
    return read(text, major)
        .decides(HbaRule.REPLICATION, client)
        .map(HbaRule::method)
        .orElse("no line");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "host replication all 127.0.0.1/32 trust",
        "host\treplication\tall\t127.0.0.1/32\ttrust # this machine",
        "host all , replication somebody , all 127.0.0.0/8 trust",
        "host all,replication \"postgres\" samenet \"trust\"",
        "hostnogssenc replication all 127.0.0.1 255.255.255.255 trust",
        "host replication /^post.*s$ all trust",
        "host replication all \\\n 127.0.0.1/32 trust",
        "host replication all ::1/128 reject\nhost replication all localhost trust",
        "host \"replication\" all 127.0.0.1/32 reject\nhost replication all samehost trust",
        "host replication \"all\" 127.0.0.1/32 reject\nhost replication all all trust",
        "host all all 127.0.0.1/32 reject\nhost replication all 0.0.0.0/0 trust",
        "hostssl replication all 127.0.0.1/32 reject\nhost replication all 127.0.0.1/32 trust",
      })
  void letsTheStandbyIn(String text) throws IOException {
    assertThat(method(text, 18, POSTGRES)).isEqualTo("trust");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "host all all 127.0.0.1/32 trust",
        "host replication repl 127.0.0.1/32 trust",
        "host replication all 127.0.1.0/24 trust",
        "host replication all ::1/128 trust",
        "local replication all trust",
        "host replication +standbys 127.0.0.1/32 trust",
      })
  void hasNoLineForTheStandby(String text) throws IOException {
    assertThat(method(text, 18, POSTGRES)).isEqualTo("no line");
  }

  @Test
  void knowsGroupsSocketsAndIpv6() throws IOException {
    String text =
        """
        local replication all peer
        host replication +standbys 127.0.0.1/32 md5
        host replication all ::1/128 trust
        """;
    assertThat(method(text, 9, new HbaClient("ada", Set.of("standbys"), "127.0.0.1")))
        .isEqualTo("md5");
    assertThat(method(text, 9, new HbaClient("ada", Set.of(), "::1"))).isEqualTo("trust");
    assertThat(method(text, 9, new HbaClient("ada", Set.of(), ""))).isEqualTo("peer");
  }

  @Test
  void readsWhatItIncludesAsOf16() throws IOException {
    Files.createDirectory(folder.resolve("hba.d"));
    Files.writeString(folder.resolve("hba.d/1.conf"), "host replication @names all trust\n");
    Files.writeString(folder.resolve("hba.d/2.other"), "host replication all all reject\n");
    Files.writeString(folder.resolve("hba.d/names"), "ada,\npostgres\n");
    String text = "include_dir hba.d # more\ninclude_if_exists absent\n";
    assertThat(method(text, 16, POSTGRES)).isEqualTo("trust");
    assertThat(read(text, 16).refused()).isEmpty();
    assertThat(read(text, 15).refused()).hasSize(2);
  }

  @Test
  void goesOnInTheNextLineAsOf14() throws IOException {
    String text =
        "# a comment \\\nhost replication all all trust\nhost replication \\\nall all md5\n";
    assertThat(method(text, 14, POSTGRES)).isEqualTo("md5");
    assertThat(read(text, 14).rules().getFirst().line()).isEqualTo(3);
    assertThat(method(text, 13, POSTGRES)).isEqualTo("trust");
  }

  @Test
  void takesACommentInAnyEncoding() throws IOException {
    Path file = folder.resolve("pg_hba.conf");
    String text = "# f\u00fcr die \u00dcbung\nhost replication all all trust\n";
    Files.writeString(file, text, StandardCharsets.ISO_8859_1);
    assertThat(HbaFile.read(file, 18).rules()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hosts replication all 127.0.0.1/32 trust",
        "host replication all trust",
        "host replication all 127.0.0.1 trust",
        "host replication all ::1 trust",
        "host replication all 127.0.0.1/32 trusted",
        "host replication all 127.0.0.1/32 peer",
        "host replication all 127.0.0.1/32 cert",
        "local replication all 127.0.0.1/32 trust",
      })
  void saysWhichLineTheServerWouldNotTake(String line) throws IOException {
    HbaFile file = read("host all all all trust\n" + line + "\n", 18);
    assertThat(file.refused()).extracting(HbaFile.Refused::text).containsExactly(line);
    assertThat(file.refused().getFirst().problem()).isNotBlank();
    assertThat(file.rules()).hasSize(1);
  }
}
