package replicationlab.postgres.config;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import com.github.difflib.patch.Patch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import replicationlab.postgres.install.Installation;

/**
 * What a settings file has that the sample has not, from which initdb made it.
 *
 * @param marks for each line that differs, from 1, how
 * @param diff as a unified diff without its header
 */
public record SampleComparison(Map<Integer, Mark> marks, List<String> diff) {

  private static final int CONTEXT = 1;

  /** Without a sample, nothing differs. */
  public static final SampleComparison NONE = new SampleComparison(Map.of(), List.of());

  /** How a line differs. */
  public enum Mark {
    ADDED,
    CHANGED,
    /** Changed, but by initdb, which fits the sample to the machine. */
    BY_INITDB
  }

  public SampleComparison {
    marks = Map.copyOf(marks);
    diff = List.copyOf(diff);
  }

  /** The sample that an installation has for a kind of file; empty if it has none. */
  public static Optional<String> sample(Installation installation, ConfigKind kind) {
    Path file = installation.share().resolve(kind.sampleName());
    if (kind.sampleName().isEmpty() || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Compares a text with a sample. */
  public static SampleComparison of(ConfigKind kind, String sample, String text) {
    List<String> now = text.lines().toList();
    List<String> before =
        kind == ConfigKind.HBA ? HbaSample.filledIn(sample, text) : sample.lines().toList();
    Patch<String> patch = DiffUtils.diff(before, now);
    Map<Integer, Mark> marks = new TreeMap<>();
    for (AbstractDelta<String> delta : patch.getDeltas()) {
      List<String> lines = delta.getTarget().getLines();
      for (int i = 0; i < lines.size(); i++) {
        Mark mark =
            kind == ConfigKind.POSTGRESQL && InitdbSettings.wrote(lines.get(i))
                ? Mark.BY_INITDB
                : delta.getType() == DeltaType.INSERT ? Mark.ADDED : Mark.CHANGED;
        marks.put(delta.getTarget().getPosition() + i + 1, mark);
      }
    }
    List<String> unified =
        UnifiedDiffUtils.generateUnifiedDiff("sample", "now", before, patch, CONTEXT);
    return new SampleComparison(marks, unified.stream().skip(2).toList());
  }
}
