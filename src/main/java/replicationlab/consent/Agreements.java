package replicationlab.consent;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import replicationlab.files.WholeFile;
import replicationlab.lab.Lab;

/**
 * What this person has agreed to run. An agreement is to one text, known by its SHA-256, on one
 * major, because on another the same text runs other commands. Kept in {@code agreements.json} in
 * the settings folder. May be used by many threads.
 */
public final class Agreements {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Set<String> shipped;
  private final Map<String, Set<Integer>> given;

  /**
   * Reads what was agreed to before; a file that cannot be read counts as none.
   *
   * @param folder made when something is agreed to
   * @param shipped the digests of the lessons that came with the program
   */
  public Agreements(Path folder, Set<String> shipped) {
    this.file = folder.resolve("agreements.json");
    this.shipped = Set.copyOf(shipped);
    this.given = read(file);
  }

  /** Whether the lab may run on that major. */
  public synchronized boolean cover(Lab lab, int major) {
    return shipped.contains(lab.digest())
        || given.getOrDefault(lab.digest(), Set.of()).contains(major);
  }

  /**
   * Remembers that the person has seen what the lab would run on that major, and agreed.
   *
   * @throws UncheckedIOException if it cannot be remembered; the agreement holds until the program
   *     ends
   */
  public synchronized void agree(Lab lab, int major) {
    if (lab.digest().isEmpty()) {
      throw new IllegalArgumentException("The lab " + lab.id() + " has no text to agree to.");
    }
    given.computeIfAbsent(lab.digest(), digest -> new TreeSet<>()).add(major);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      WholeFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(given));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Your agreement could not be saved to " + file + ", so you will be asked again.", e);
    }
  }

  private static Map<String, Set<Integer>> read(Path file) {
    try {
      return Files.exists(file)
          ? JSON.readValue(
              Files.readString(file), new TypeReference<TreeMap<String, Set<Integer>>>() {})
          : new TreeMap<>();
    } catch (IOException e) {
      return new TreeMap<>();
    }
  }
}
