package replicationlab.postgres.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TransferTest {

  @Test
  void tellsBytesPercentAndRate() {
    assertThat(new Transfer(5_800_000, 14_500_000, 3_100_000).words())
        .isEqualTo("5.8 of 14.5 MB, 40 %, 3.1 MB/s");
    assertThat(new Transfer(0, 14_500_000, 0).words()).isEqualTo("0.0 of 14.5 MB, 0 %");
  }

  @Test
  void theRateIsThatOfTheLastSeconds() {
    AtomicLong nanos = new AtomicLong();
    TransferRate rate = new TransferRate(nanos::get);
    assertThat(rate.at(0)).isZero();
    for (int second = 1; second <= 10; second++) {
      nanos.set(second * 1_000_000_000L);
      assertThat(rate.at(second * 1_000_000L)).isEqualTo(1_000_000);
    }
    nanos.addAndGet(10_000_000_000L);
    assertThat(rate.at(10_000_000L)).isLessThan(100_000);
  }
}
