package replicationlab.run;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import replicationlab.lab.Action;
import replicationlab.postgres.cluster.HbaText;
import replicationlab.postgres.cluster.SettingsText;

/** A change to a settings file, before it is made. */
record FileEdit(String before, String after) {

  private static final int CONTEXT_LINES = 1;

  /** What an action would make of the file as it is now; a missing file counts as empty. */
  static FileEdit of(Action action, Path file, Wording wording) throws IOException {
    String before = Files.exists(file) ? Files.readString(file) : "";
    String lines = wording.of(action.text());
    return new FileEdit(
        before,
        action instanceof Action.HbaLines
            ? HbaText.with(before, lines)
            : SettingsText.with(before, lines));
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
