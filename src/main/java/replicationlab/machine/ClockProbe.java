package replicationlab.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Whether the clock can be right, and agrees with the one of the disk. */
final class ClockProbe implements Probe {

  /** Nobody ran this program earlier. */
  private static final Instant EARLIEST =
      LocalDate.of(2026, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();

  private static final Duration FAR_AHEAD = Duration.ofDays(365 * 25L);
  private static final Duration APART = Duration.ofMinutes(2);

  private final Path folder;
  private final Clock clock;

  ClockProbe(Path folder) {
    this(folder, Clock.systemUTC());
  }

  ClockProbe(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "Clock";
  }

  @Override
  public Diagnosis look() throws IOException {
    Instant now = clock.instant();
    String measured = now.atZone(ZoneId.systemDefault()).toOffsetDateTime().withNano(0).toString();
    if (now.isBefore(EARLIEST) || now.isAfter(EARLIEST.plus(FAR_AHEAD))) {
      return Diagnosis.warning(
          name(), measured, "Set the clock: times in logs and the replay lag would mislead.");
    }
    Duration apart = Duration.between(now, diskTime()).abs();
    return apart.compareTo(APART) > 0
        ? Diagnosis.warning(
            name(),
            "%s, and the disk's clock is %d s off".formatted(measured, apart.toSeconds()),
            "Choose a workspace on a disk of this machine, or set both clocks.")
        : Diagnosis.ok(name(), measured);
  }

  private Instant diskTime() throws IOException {
    Path file = Files.createTempFile(folder, ".replication-lab-clock", ".tmp");
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } finally {
      Files.delete(file);
    }
  }
}
