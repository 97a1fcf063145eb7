package replicationlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server said before may have been mended long ago. */
class LogPastTest {

  private static final String REFUSED = "LOG:  invalid connection type \"hosts\"";

  private static String why(int index, String... lines) {
    return LogPast.of(List.of(lines)).why(index, lines[index]);
  }

  @Test
  void whatWasSaidBeforeTheLastStartIsOfThePast() {
    String[] lines = {
      "FATAL:  could not load pg_hba.conf",
      "LOG:  database system is shut down",
      "2026-03-01 10:00:00.000 UTC [812] LOG:  starting PostgreSQL 18.6 on x86_64-pc-linux-gnu",
      "FATAL:  role \"ada\" does not exist",
    };
    assertThat(why(0, lines)).contains("started since");
    assertThat(why(3, lines)).isEmpty();
  }

  @Test
  void whatEndedAServerIsOfThePresentUntilItIsStarted() {
    assertThat(
            why(
                0,
                "FATAL:  could not create any TCP/IP sockets",
                "LOG:  database system is shut down"))
        .isEmpty();
  }

  @Test
  void aServerThatDoesNotSayThatItStartsSaysHowItWasLeft() {
    assertThat(
            why(
                0,
                "FATAL:  role \"ada\" does not exist",
                "LOG:  database system was shut down at 2026-03-01 10:00:00 UTC"))
        .contains("started since");
  }

  @Test
  void whatKeptAStandbyFromStreamingIsOfThePastOnceItStreams() {
    String refused = "FATAL:  could not connect to the primary server: Connection refused";
    assertThat(why(0, refused, "LOG:  started streaming WAL from primary at 0/3000000"))
        .contains("stream since");
    assertThat(why(1, "LOG:  started streaming WAL from primary at 0/3000000", refused)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FATAL:  could not start WAL streaming: ERROR:  replication slot \"s1\" does not exist",
        "FATAL:  highest timeline 1 of the primary is behind recovery timeline 2",
      })
  void soIsWhatThePrimaryDidNotHave(String line) {
    assertThat(why(0, line, "LOG:  started streaming WAL from primary at 0/3000000"))
        .contains("stream since");
  }

  @Test
  void whatAReloadRefusedIsOfThePastAfterTheNext() {
    String reload = "LOG:  received SIGHUP, reloading configuration files";
    assertThat(why(1, reload, REFUSED)).isEmpty();
    assertThat(why(1, reload, REFUSED, reload)).contains("read its files again");
  }
}
