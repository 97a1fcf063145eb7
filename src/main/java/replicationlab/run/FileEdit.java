package replicationlab.run;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import replicationlab.lab.Action;
import replicationlab.postgres.cluster.HbaText;
import replicationlab.postgres.cluster.SettingsText;
import replicationlab.postgres.config.SettingsFileStore;

/** A change to a settings file, before it is made; the file keeps its encoding. */
record FileEdit(String before, String after, Charset charset) {

  private static final int CONTEXT_LINES = 1;

  /** What an action would make of the file as it is now; a missing file counts as empty. */
  static FileEdit of(Action action, Path file, Wording wording) throws IOException {
    SettingsFileStore.Loaded loaded = SettingsFileStore.read(file);
    String before = loaded.text();
    String lines = wording.of(action.text());
    String after =
        switch (action) {
          case Action.HbaLines _ -> HbaText.with(before, lines);
          case Action.Replacement line ->
              replaced(before, line.old(), wording.of(line.old()), lines);
          default -> SettingsText.with(before, lines);
        };
    return new FileEdit(before, after, loaded.charset());
  }

  /**
   * The old line may be quoted from the file itself, or be as a lesson has it; white space does not
   * count.
   */
  private static String replaced(String text, String quoted, String worded, String by) {
    List<String> old = List.of(words(quoted), words(worded));
    return text.lines()
        .map(line -> old.contains(words(line)) ? by : line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String words(String line) {
    return line.strip().replaceAll("\\s+", " ");
  }

  boolean changesNothing() {
    return before.equals(after);
  }

  /** As a unified diff without its header. */
  List<String> diff() {
    List<String> old = before.lines().toList();
    List<String> unified =
        UnifiedDiffUtils.generateUnifiedDiff(
            "before", "after", old, DiffUtils.diff(old, after.lines().toList()), CONTEXT_LINES);
    return unified.stream().skip(2).toList();
  }
}
