package replicationlab.postgres.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.postgres.cluster.PidFile;

class ReserveTest {

  private static final PidFile SERVER = new PidFile(7, "data", 5432, "ready");

  @TempDir Path data;
  private long now;
  private final Reserve reserve = new Reserve(() -> now);

  @Test
  void pausesGrowUpToHalfAMinute() {
    List<Long> asked = new ArrayList<>();
    for (int halves = 0; halves < 200; halves++) {
      if (!reserve.keepsAway(SERVER, data)) {
        asked.add(Duration.ofNanos(now).toSeconds());
        reserve.turnedAway(SERVER, data);
      }
      now += Duration.ofMillis(500).toNanos();
    }
    assertThat(asked).containsExactly(0L, 1L, 3L, 7L, 15L, 31L, 61L, 91L);
  }

  @Test
  void whatMayHaveChangedItsMindEndsThePause() throws IOException {
    reserve.turnedAway(SERVER, data);
    assertThat(reserve.keepsAway(SERVER, data)).isTrue();
    assertThat(reserve.keepsAway(new PidFile(8, "data", 5432, "ready"), data)).isFalse();
    Path hba = Files.writeString(data.resolve("pg_hba.conf"), "local all all trust");
    assertThat(reserve.keepsAway(SERVER, data)).isFalse();
    reserve.turnedAway(SERVER, data);
    assertThat(reserve.keepsAway(SERVER, data)).isTrue();
    Files.setLastModifiedTime(hba, FileTime.fromMillis(1));
    assertThat(reserve.keepsAway(SERVER, data)).isFalse();
    reserve.turnedAway(SERVER, data);
    reserve.end();
    assertThat(reserve.keepsAway(SERVER, data)).isFalse();
    reserve.turnedAway(SERVER, data);
    assertThat(reserve.keepsAway(SERVER, data)).isTrue();
    reserve.forget();
    assertThat(reserve.keepsAway(SERVER, data)).isFalse();
  }
}
