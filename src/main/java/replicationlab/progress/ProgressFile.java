package replicationlab.progress;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import replicationlab.files.OwnerOnly;
import replicationlab.files.WholeFile;
import replicationlab.files.WholeFile.Care;

/**
 * Reads and writes {@link Progress}; a crash leaves the old file or the new one, never half of one.
 * Should the disk damage it all the same, there is still what was saved before it. The file is that
 * of the lab that was done last; whoever saves another lab's parks it, in a file of its own.
 */
public final class ProgressFile {

  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Path file;
  private final Path before;
  private final Path otherLabs;

  public ProgressFile(Workspace workspace) {
    this.file = workspace.progressFile();
    this.before = workspace.progressBefore();
    this.otherLabs = workspace.otherLabs();
  }

  /**
   * Lets Java get ready to read and write such files, on a thread that has the time: the first time
   * takes longer than the hundred after it.
   */
  public static void getReady() {
    try {
      JSON.readValue(JSON.writeValueAsBytes(Progress.NONE), Progress.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What was saved last; nothing if there is no file or it makes no sense, in which case it is set
   * aside.
   *
   * @throws WorkspaceException if it cannot be read: what is in it may be well
   */
  public Progress load() {
    if (!Files.exists(file)) {
      return Progress.NONE;
    }
    Optional<Progress> saved = parse(content());
    if (saved.isEmpty()) {
      setBrokenFileAside();
    }
    return saved.orElse(Progress.NONE);
  }

  /** Somebody else's file, or a disk in trouble, is no reason to begin again from nothing. */
  private byte[] content() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new WorkspaceException(
          "The file "
              + file
              + ", in which your progress is, cannot be read ("
              + e
              + "); mend its owner or its permissions and open the lab again.",
          e);
    }
  }

  private static Optional<Progress> parse(byte[] content) {
    try {
      return Optional.ofNullable(JSON.readValue(content, Progress.class));
    } catch (IOException | RuntimeException broken) {
      return Optional.empty();
    }
  }

  /** What was saved last of a lab, whichever was done since; nothing if nothing was. */
  public Progress of(String lab) {
    Progress last = load();
    return last.lab().equals(lab) ? last : read(parked(lab)).orElse(Progress.NONE);
  }

  private Path parked(String lab) {
    return otherLabs.resolve(URLEncoder.encode(lab, StandardCharsets.UTF_8) + ".json");
  }

  /**
   * Whether there is a file, and it is broken.
   *
   * @throws WorkspaceException if it cannot be read
   */
  public boolean isBroken() {
    return Files.exists(file) && parse(content()).isEmpty();
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

  /** What was saved last but one: older by a step at most; empty if it cannot be read either. */
  public Optional<Progress> before() {
    return read(before);
  }

  private static Optional<Progress> read(Path file) {
    try {
      return parse(Files.readAllBytes(file));
    } catch (IOException thereIsNone) {
      return Optional.empty();
    }
  }

  /** Saves by writing beside the file, to the disk itself, and moving over it. */
  public void save(Progress progress) {
    try {
      byte[] content = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(progress);
      if (Files.exists(file)) {
        parkAnother(progress.lab());
        Files.copy(
            file, before, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      }
      WholeFile.write(file, content, Care.OWNER_ONLY, Care.OUTLIVES_POWER_CUT);
    } catch (IOException e) {
      throw new WorkspaceException("Progress could not be saved in " + file + ": " + e, e);
    }
  }

  /** Before the file becomes a lab's: what it has of another is kept for when one comes back. */
  private void parkAnother(String lab) throws IOException {
    Optional<Progress> other =
        read(file).filter(last -> !last.lab().isEmpty() && !last.lab().equals(lab));
    if (other.isPresent()) {
      Files.createDirectories(otherLabs);
      OwnerOnly.restrict(otherLabs);
      WholeFile.write(
          parked(other.get().lab()),
          JSON.writeValueAsBytes(other.get()),
          Care.OWNER_ONLY,
          Care.OUTLIVES_POWER_CUT);
    }
  }
}
