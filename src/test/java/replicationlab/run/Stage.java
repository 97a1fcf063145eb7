package replicationlab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import replicationlab.lab.Action;
import replicationlab.postgres.cluster.Cluster;

/**
 * A finished Lab Exercise 1 on which one mistake after another is made and mended, as by a student
 * who makes them all. What is not mended is struck, and what the first one was takes its place.
 */
public final class Stage implements AutoCloseable {

  private final Path folder;
  private final Map<String, Path> models = new HashMap<>();
  private final Map<String, TestLab> standing = new HashMap<>();
  private final Map<String, Path> struck = new HashMap<>();

  public Stage(Path folder) {
    this.folder = folder;
  }

  /** A finished lab with both servers running; whoever leaves it otherwise strikes it. */
  public TestLab lab(String major) {
    return standing.computeIfAbsent(major, this::finished);
  }

  private TestLab finished(String major) {
    Path model = models.computeIfAbsent(major, this::make);
    Path copy = folder.resolve("lab-" + major);
    if (struck.remove(major) == null) {
      run("cp", "-a", model.toString(), copy.toString());
    } else {
      restore(model, copy);
    }
    for (String file : List.of("data/postgresql.conf", "data2/postgresql.conf")) {
      replace(copy.resolve(file), model.toString(), copy.toString());
    }
    TestLab lab = TestLab.existing(copy);
    lab.start(lab.primary());
    lab.start(lab.standby());
    return lab;
  }

  private Path make(String major) {
    Path model = folder.resolve("model-" + major);
    try (TestLab lab = TestLab.done(model, major)) {
      for (Cluster cluster : List.of(lab.primary(), lab.standby())) {
        lab.stop(cluster);
        // A lost connection is tried again at once, and nothing is slower for being written twice.
        append(
            cluster.data().resolve("postgresql.conf"),
            "wal_retrieve_retry_interval = 200ms\nfsync = off\n");
        delete(cluster.log());
      }
    }
    return model;
  }

  /** Carries out actions, each whatever came of those before; answers with the complaints. */
  public static List<String> act(TestLab lab, List<Action> actions) {
    List<String> complaints = new ArrayList<>();
    for (Action action : actions) {
      String complaint = lab.run.apply(List.of(action)).orTimeout(120, TimeUnit.SECONDS).join();
      if (!complaint.isEmpty()) {
        complaints.add(action.text() + ": " + complaint);
      }
    }
    return complaints;
  }

  public static void append(Path file, String text) {
    try {
      Files.writeString(file, Files.readString(file) + text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public static void replace(Path file, String old, String by) {
    try {
      Files.writeString(file, Files.readString(file).replace(old, by));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void restore(Path model, Path copy) {
    try {
      Restored.from(model, copy);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs a program of the machine; it has to succeed. */
  public static void run(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor() != 0) {
        throw new AssertionError(String.join(" ", command) + " failed");
      }
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Removes what a mended mistake has left in {@code kept/}. */
  public void tidy(String major) {
    run("rm", "-rf", lab(major).bench.workspace().folder().resolve("kept").toString());
  }

  /** Ends a lab; the next one begins as the first did. */
  public void strike(String major) {
    TestLab lab = standing.remove(major);
    if (lab != null) {
      lab.close();
      struck.put(major, lab.bench.workspace().folder());
    }
  }

  @Override
  public void close() {
    List.copyOf(standing.keySet()).forEach(this::strike);
    struck.values().forEach(copy -> run("rm", "-rf", copy.toString()));
    models.values().forEach(model -> run("rm", "-rf", model.toString()));
  }
}
