package replicationlab.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a standby's log says of WAL that does not fit, and of the mere end of its own files. */
class LostRowsTest {

  private static final String STREAMS =
      "LOG:  started streaming WAL from primary at 0/15000000 on timeline 1";
  private static final String NO_MORE =
      "LOG:  invalid record length at 0/15000110: wanted 24, got 0";

  @Test
  void endOfItsOwnFilesIsNoMistake() {
    assertThat(LostRows.bringsWhatDoesNotFit(List.of(NO_MORE, STREAMS))).isFalse();
    assertThat(
            LostRows.bringsWhatDoesNotFit(
                List.of(
                    STREAMS,
                    "LOG:  replication terminated by primary server",
                    "DETAIL:  End of WAL reached on timeline 1 at 0/15000110.",
                    "FATAL:  could not send end-of-streaming message to primary: no COPY in"
                        + " progress",
                    NO_MORE,
                    "FATAL:  could not connect to the primary server: Connection refused")))
        .isFalse();
    assertThat(
            LostRows.bringsWhatDoesNotFit(
                List.of(
                    STREAMS,
                    "FATAL:  terminating walreceiver process due to administrator command",
                    NO_MORE,
                    STREAMS)))
        .isFalse();
  }

  @Test
  void streamedWalThatDoesNotFitIsOne() {
    assertThat(
            LostRows.bringsWhatDoesNotFit(
                List.of(
                    NO_MORE,
                    STREAMS,
                    "LOG:  record with incorrect prev-link 0/14000060 at 0/15000110",
                    "FATAL:  terminating walreceiver process due to administrator command")))
        .isTrue();
  }
}
