package replicationlab.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Memory for two small servers and this program. */
final class MemoryProbe implements Probe {

  private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d+) kB");
  private static final long LEAST_MB = 250;
  private static final long COMFORTABLE_MB = 600;

  private final Path table;

  MemoryProbe() {
    this(Path.of("/proc/meminfo"));
  }

  MemoryProbe(Path table) {
    this.table = table;
  }

  @Override
  public String name() {
    return "Memory";
  }

  @Override
  public Diagnosis look() throws IOException {
    if (!Files.exists(table)) {
      return Diagnosis.unknown(name(), "this system does not tell how much memory is free");
    }
    Matcher matcher = AVAILABLE.matcher(Files.readString(table));
    if (!matcher.find()) {
      return Diagnosis.unknown(name(), table + " does not tell how much memory is free");
    }
    long free = Long.parseLong(matcher.group(1)) / 1000;
    String measured = free + " MB available";
    String remedy =
        "Close other programs: two servers and this program take about %d MB."
            .formatted(COMFORTABLE_MB);
    if (free < LEAST_MB) {
      return Diagnosis.problem(name(), measured, remedy);
    }
    return free < COMFORTABLE_MB
        ? Diagnosis.warning(name(), measured, remedy)
        : Diagnosis.ok(name(), measured);
  }
}
