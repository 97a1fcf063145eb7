package replicationlab.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import replicationlab.postgres.cluster.PortPair;
import replicationlab.postgres.install.Installation;
import replicationlab.postgres.install.Program;
import replicationlab.postgres.install.Unprivileged;
import replicationlab.process.CommandRequest;
import replicationlab.process.CommandResult;
import replicationlab.process.CommandRunner;
import replicationlab.run.TestLab;

/** Lab Exercise 1 as a shell script: what somebody could do who wants no lab and no proof. */
record LabScript(Installation postgres) {

  private static final String NAME = "lab-exercise-1.sh";

  /** It needs a real psql, and sh. */
  static boolean canRun(Installation postgres) {
    return postgres.program(Program.PSQL).isPresent() && !File.pathSeparator.equals(";");
  }

  /** Milliseconds from its start until both servers have been stopped again. */
  double run() throws IOException {
    Path folder = Folders.make();
    try (InputStream text = Objects.requireNonNull(LabScript.class.getResourceAsStream(NAME))) {
      Path script = folder.resolve(NAME);
      Files.copy(text, script);
      CommandResult result =
          new CommandRunner()
              .run(
                  new CommandRequest(
                      List.of("sh", script.toString()),
                      folder,
                      environment(),
                      Duration.ofMinutes(2)));
      boolean refused = result.text().contains("read-only transaction");
      if (!result.succeeded() || !refused || leftOver(folder)) {
        throw new IllegalStateException("The script failed in " + folder + ":\n" + result.text());
      }
      return result.duration().toNanos() / 1e6;
    } finally {
      Folders.remove(folder);
    }
  }

  private static boolean leftOver(Path folder) {
    return Files.exists(folder.resolve("data/postmaster.pid"))
        || Files.exists(folder.resolve("data2/postmaster.pid"));
  }

  private Map<String, String> environment() {
    PortPair ports = TestLab.freePorts();
    Path psql = postgres.program(Program.PSQL).orElseThrow();
    Map<String, String> variables = new TreeMap<>();
    variables.put(
        "PATH", postgres.bin() + File.pathSeparator + System.getenv().getOrDefault("PATH", ""));
    variables.put("PSQL", psql.toString());
    variables.put(
        "AS_USER", String.join(" ", new Unprivileged(new CommandRunner()).prefix(Program.INITDB)));
    variables.put("MAJOR", postgres.version().majorName());
    variables.put("SHARE", postgres.share().toString());
    variables.put("PRIMARY", Integer.toString(ports.primary()));
    variables.put("STANDBY", Integer.toString(ports.standby()));
    variables.put("PGHOST", "127.0.0.1");
    variables.put("PGUSER", "postgres");
    variables.put("LC_ALL", "C");
    return variables;
  }
}
