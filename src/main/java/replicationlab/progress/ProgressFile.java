package replicationlab.progress;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Reads and writes {@link Progress}; a crash leaves the old file or the new one, never half of one.
 */
public final class ProgressFile {

  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Path file;

  public ProgressFile(Workspace workspace) {
    this.file = workspace.progressFile();
  }

  /**
   * What was saved last; nothing if there is no file or nobody can read it, in which case it is set
   * aside.
   */
  public Progress load() {
    if (!Files.exists(file)) {
      return Progress.NONE;
    }
    try {
      return JSON.readValue(Files.readString(file), Progress.class);
    } catch (IOException | RuntimeException e) {
      setBrokenFileAside();
      return Progress.NONE;
    }
  }

  /** Whether there is a file, and it is broken. */
  public boolean isBroken() {
    try {
      return Files.exists(file) && JSON.readValue(Files.readString(file), Progress.class) == null;
    } catch (IOException | RuntimeException e) {
      return true;
    }
  }

  private void setBrokenFileAside() {
    try {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".broken"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new WorkspaceException(
          "The file " + file + " is broken and cannot be moved aside: " + e, e);
    }
  }

  /** Saves by writing beside the file and moving over it. */
  public void save(Progress progress) {
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(
          temporary, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(progress));
      OwnerOnly.restrict(temporary);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new WorkspaceException("Progress could not be saved in " + file + ": " + e, e);
    }
  }
}
