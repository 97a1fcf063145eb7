package replicationlab.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import replicationlab.files.WholeFile;
import replicationlab.files.WholeFile.Care;

/**
 * The files in which checkpoints are written down: {@code 7.files} lists what is in it, {@code
 * 7.json} says what it is. The latter comes last and all at once: without it there is no such
 * checkpoint, and one that cannot be read was damaged since.
 */
final class CheckpointFiles {

  private static final String HEAD = ".json";
  private static final String LIST = ".files";
  private static final String KNOWN = "known";
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Path folder;

  CheckpointFiles(Path folder) {
    this.folder = folder;
  }

  void write(Checkpoint checkpoint, List<Entry> entries) throws IOException {
    write(checkpoint.id() + LIST, entries);
    write(checkpoint.id() + HEAD, checkpoint);
  }

  /**
   * What was last seen in the workspace, so that what has not changed need not be read again. On a
   * full disk it is read again: nothing else depends on it.
   */
  void rememberKnown(List<Entry> entries) {
    try {
      write(KNOWN + LIST, entries);
    } catch (IOException noRoom) {
      System.getLogger(CheckpointFiles.class.getName())
          .log(System.Logger.Level.DEBUG, "what was seen is not remembered", noRoom);
    }
  }

  List<Entry> known() {
    try {
      return Files.exists(folder.resolve(KNOWN + LIST)) ? list(KNOWN) : List.of();
    } catch (IOException notWorthAWord) {
      return List.of(); // everything is read again
    }
  }

  /**
   * What is in a checkpoint.
   *
   * @throws DamagedException if its list is missing or was cut
   */
  List<Entry> entries(Checkpoint checkpoint) throws IOException {
    try {
      return list(checkpoint.id());
    } catch (JsonProcessingException | NoSuchFileException e) {
      throw new DamagedException("its list of files is missing or cut");
    }
  }

  /** The same, and nothing of one whose list is damaged. */
  List<Entry> entriesOrNone(Checkpoint checkpoint) throws IOException {
    try {
      return entries(checkpoint);
    } catch (DamagedException nobodyCanGoBackToIt) {
      return List.of();
    }
  }

  /** Whether a checkpoint's list is there to its end; looks at the end alone. */
  boolean hasWholeList(Checkpoint checkpoint) {
    Path list = folder.resolve(checkpoint.id() + LIST);
    try (FileChannel channel = FileChannel.open(list)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      return channel.size() > 0
          && channel.read(last, channel.size() - 1) == 1
          && last.get(0) == ']';
    } catch (IOException cannotBeRead) {
      return false;
    }
  }

  private List<Entry> list(String name) throws IOException {
    return JSON.readValue(
        Files.readAllBytes(folder.resolve(name + LIST)), new TypeReference<List<Entry>>() {});
  }

  /** The numbers of all there are, ascending, and what each is; empty if that cannot be read. */
  SortedMap<Integer, Optional<Checkpoint>> heads() throws IOException {
    SortedMap<Integer, Optional<Checkpoint>> found = new TreeMap<>();
    try (DirectoryStream<Path> heads = Files.newDirectoryStream(folder, "*" + HEAD)) {
      for (Path head : heads) {
        String name = head.getFileName().toString();
        String id = name.substring(0, name.length() - HEAD.length());
        if (NUMBER.matcher(id).matches()) {
          found.put(Integer.valueOf(id), head(head).filter(each -> id.equals(each.id())));
        }
      }
    }
    return found;
  }

  private static Optional<Checkpoint> head(Path file) {
    try {
      return Optional.ofNullable(JSON.readValue(Files.readAllBytes(file), Checkpoint.class));
    } catch (IOException broken) {
      return Optional.empty();
    }
  }

  void remove(String id) throws IOException {
    Files.deleteIfExists(folder.resolve(id + HEAD));
    Files.deleteIfExists(folder.resolve(id + LIST));
  }

  private void write(String name, Object content) throws IOException {
    WholeFile.write(folder.resolve(name), JSON.writeValueAsBytes(content), Care.OWNER_ONLY);
  }
}
