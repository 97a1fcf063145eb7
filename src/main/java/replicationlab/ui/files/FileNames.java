package replicationlab.ui.files;

import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Files by their names in the workspace. */
final class FileNames extends StringConverter<FileChoice> {

  @Override
  public String toString(@Nullable FileChoice choice) {
    return choice == null ? "" : choice.name();
  }

  @Override
  public @Nullable FileChoice fromString(String name) {
    return null;
  }
}
