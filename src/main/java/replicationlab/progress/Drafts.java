package replicationlab.progress;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import replicationlab.files.OwnerOnly;
import replicationlab.files.WholeFile;
import replicationlab.files.WholeFile.Care;

/**
 * What is typed into a workspace's files and not saved yet, kept beside them for its owner's eyes,
 * so that it outlives a program that is killed. All methods read or write the disk.
 */
public final class Drafts {

  /** The folder's name in a workspace. */
  static final String FOLDER = ".drafts";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ENDING = ".json";

  /**
   * What is typed into one file.
   *
   * @param file its name in the workspace, such as "data/postgresql.conf"
   * @param base what the file had when the typing began
   * @param text what it would have
   */
  public record Draft(String file, String base, String text) {}

  private final Path folder;

  private Drafts(Path folder) {
    this.folder = folder;
  }

  /** Those of the workspace in a folder. */
  public static Drafts in(Path workspace) {
    return new Drafts(workspace.resolve(FOLDER));
  }

  /** Keeps one, in the place of an older one of that file. */
  public void keep(Draft draft) throws IOException {
    Files.createDirectories(folder);
    OwnerOnly.restrict(folder);
    WholeFile.write(file(draft.file()), JSON.writeValueAsBytes(draft), Care.OWNER_ONLY);
  }

  /** The one of a file; empty if there is none, or none that can be read. */
  public Optional<Draft> of(String name) {
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(file(name)), Draft.class));
    } catch (IOException noneOrBroken) {
      return Optional.empty();
    }
  }

  /** The names of the files that have one. */
  public List<String> files() throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + ENDING)) {
      return StreamSupport.stream(all.spliterator(), false)
          .map(path -> String.valueOf(path.getFileName()))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .map(name -> URLDecoder.decode(name, StandardCharsets.UTF_8))
          .sorted()
          .toList();
    } catch (NoSuchFileException | NotDirectoryException none) {
      return List.of();
    }
  }

  /** The file was saved, or what was typed was given up. */
  public void drop(String name) throws IOException {
    Files.deleteIfExists(file(name));
  }

  private Path file(String name) {
    return folder.resolve(URLEncoder.encode(name, StandardCharsets.UTF_8) + ENDING);
  }
}
