package replicationlab.progress;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import replicationlab.files.WholeFile;

/**
 * Which drill is set in a workspace and how far the person is with it, and which have been mended
 * there.
 */
public final class DrillMemory {

  private static final String FILE = "drills.properties";

  private final Path file;

  public DrillMemory(Workspace workspace) {
    this.file = workspace.folder().resolve(FILE);
  }

  /** The name of the drill that is set; empty if none is. */
  public String current() {
    return load().getProperty("current", "");
  }

  /** The drills that were found and mended by the person. */
  public Set<String> solved() {
    return names("solved");
  }

  /** The drills that were mended for the person. */
  public Set<String> shown() {
    return names("shown");
  }

  /** The title of the drill that is set, for people; its name if that is all there is. */
  public String title() {
    return load().getProperty("title", current());
  }

  /** The rows of the proof that fail since the drill is set; empty until it is known. */
  public Set<String> failing() {
    return names("failing");
  }

  /** The rows that the person said would fail; empty while the person has not said. */
  public Optional<Set<String>> foreseen() {
    return load().containsKey("foreseen") ? Optional.of(names("foreseen")) : Optional.empty();
  }

  /** Whether the person has been told what is wrong: the mend is not the person's own then. */
  public boolean wasTold() {
    return Boolean.parseBoolean(load().getProperty("told"));
  }

  /** Remembers that a drill is being set. */
  public void set(String id, String title) {
    Properties all = load();
    forget(all);
    all.setProperty("current", id);
    all.setProperty("title", title);
    save(all);
  }

  /** Remembers which rows fail since the drill is set. */
  public void fails(Set<String> rows) {
    remember("failing", String.join(",", rows));
  }

  /** Remembers what the person said would fail. */
  public void foresaw(Set<String> rows) {
    remember("foreseen", String.join(",", rows));
  }

  /** Remembers that the person has been told what is wrong. */
  public void told() {
    remember("told", "true");
  }

  private void remember(String key, String value) {
    Properties all = load();
    if (!all.getProperty("current", "").isEmpty()) {
      all.setProperty(key, value);
      save(all);
    }
  }

  private static void forget(Properties all) {
    List.of("current", "title", "failing", "foreseen", "told").forEach(all::remove);
  }

  /** Remembers that the drill which is set has been mended, and how. */
  public void mended(boolean byThePerson) {
    Properties all = load();
    String id = all.getProperty("current", "");
    String kind = byThePerson ? "solved" : "shown";
    Set<String> names = new TreeSet<>(names(kind));
    if (!id.isEmpty()) {
      names.add(id);
    }
    all.setProperty(kind, String.join(",", names));
    forget(all);
    save(all);
  }

  private Set<String> names(String kind) {
    return Arrays.stream(load().getProperty(kind, "").split(",", -1))
        .filter(name -> !name.isBlank())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Properties load() {
    Properties all = new Properties();
    try {
      if (Files.exists(file)) {
        all.load(new StringReader(Files.readString(file)));
      }
    } catch (IOException | IllegalArgumentException e) {
      return new Properties(); // what cannot be read is as if it had never been
    }
    return all;
  }

  private void save(Properties all) {
    try {
      StringWriter text = new StringWriter();
      all.store(text, "Replication Lab: drills");
      WholeFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new WorkspaceException("The drills could not be remembered in " + file + ": " + e, e);
    }
  }
}
