package replicationlab.progress;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import replicationlab.files.WholeFile;

/** Which drill is set in a workspace, and which have been mended there. */
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

  /** Remembers that a drill has been set. */
  public void set(String id) {
    Properties all = load();
    all.setProperty("current", id);
    save(all);
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
    all.setProperty("current", "");
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
