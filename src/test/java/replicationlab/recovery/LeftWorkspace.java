package replicationlab.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.checkpoint.Checkpoint;
import replicationlab.checkpoint.CheckpointStore;
import replicationlab.postgres.cluster.PortPair;
import replicationlab.progress.Progress;
import replicationlab.progress.ProgressFile;
import replicationlab.progress.Workspace;
import replicationlab.run.TestLab;

/** A workspace as an interruption may have left it, made of files only. */
@SuppressWarnings("NullAway.Init") // @BeforeEach does it
abstract class LeftWorkspace {

  /** No system gives an id as high as that (proc(5): at most 4,194,304). */
  static final long NOBODY = 99_999_999;

  static final String INITDB = "initdb -D data -U postgres -A trust -E UTF8";

  @TempDir Path temporary;

  Workspace workspace;
  final PortPair ports = TestLab.freePorts();

  @BeforeEach
  void aWorkspace() {
    workspace = Workspace.open(temporary.resolve("lab"));
  }

  final List<Finding> inspect() {
    return new WorkspaceInspection(workspace, TestLab.opener(), words -> {}).putRight();
  }

  final void begun(String major) {
    String bin = TestLab.installations().choose(major, words -> {}).bin().toString();
    new ProgressFile(workspace)
        .save(new Progress("lab-exercise-1", bin, ports.primary(), ports.standby(), Set.of()));
  }

  final void opened(Path folder, String command) throws IOException {
    write(
        "opened.json",
        "{\"folder\":\"%s\",\"pid\":%d,\"step\":\"\",\"command\":\"%s\"}"
            .formatted(folder, NOBODY, command));
  }

  final void cluster(String name, String major) throws IOException {
    write(name + "/PG_VERSION", major + "\n");
    byte[] control = new byte[8192];
    Arrays.fill(control, 0, Long.BYTES, (byte) 7);
    Path file = workspace.folder().resolve(name + "/global/pg_control");
    Files.createDirectories(file.getParent());
    Files.write(file, control);
  }

  final void pidFile(String name, long pid, Path data) throws IOException {
    write(name + "/postmaster.pid", pid + "\n" + data + "\n1700000000\n" + ports.primary() + "\n");
  }

  final Checkpoint checkpointAfter(String step) {
    return checkpointAfter(step, false);
  }

  /**
   * @param backupOpen whether a backup was under way then
   */
  final Checkpoint checkpointAfter(String step, boolean backupOpen) {
    ProgressFile file = new ProgressFile(workspace);
    file.save(file.load().withStep(step, true));
    Checkpoint wanted =
        new Checkpoint(
            "",
            step,
            Checkpoint.Kind.STEP,
            0,
            workspace.folder().toString(),
            file.load(),
            Set.of(),
            backupOpen,
            0);
    return new CheckpointStore(workspace).take(wanted, Map.of()).checkpoint();
  }

  final void write(String name, String text) throws IOException {
    Path file = workspace.folder().resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
