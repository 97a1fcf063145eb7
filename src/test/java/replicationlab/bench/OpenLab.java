package replicationlab.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import replicationlab.evidence.Journal;
import replicationlab.evidence.Machine;
import replicationlab.postgres.install.Installation;
import replicationlab.postgres.replication.ReplicationMonitor;
import replicationlab.progress.Workspace;
import replicationlab.run.LabRun;
import replicationlab.run.TestLab;
import replicationlab.run.Workbench;

/**
 * Lab Exercise 1 in a program that is open already, from "Run all" until both servers have been
 * stopped, with all that goes on in the window meanwhile: checkpoints, evidence, the live picture.
 * By turns with the shell script.
 */
final class OpenLab {

  static final String LAB = "lab";
  static final String SCRIPT = "script";

  private static final int WARM_UP = 2;

  private OpenLab() {}

  /** Takes the major, and how many runs of each. */
  public static void main(String[] args) throws IOException {
    Installation postgres = TestLab.installations().choose(args[0], words -> {});
    for (int run = -WARM_UP; run < Integer.parseInt(args[1]); run++) {
      double lab = lab(args[0]);
      double script = new LabScript(postgres).run();
      if (run >= 0) {
        ChildJvm.say(LAB, lab);
        ChildJvm.say(SCRIPT, script);
      }
    }
  }

  /** Milliseconds. */
  private static double lab(String major) throws IOException {
    Path folder = Folders.make();
    Workbench bench =
        TestLab.opener().open(Workspace.open(folder), major, TestLab.freePorts(), words -> {});
    Machine machine = Machine.here(bench.clusters().installation().version());
    Consumer<String> trouble = words -> System.err.println(words);
    try (LabRun run = new LabRun(TestLab.exercise(), bench, true);
        Journal journal = Journal.open(bench.workspace(), run, machine, "window", trouble);
        ReplicationMonitor monitor = new ReplicationMonitor(bench.clusters())) {
      run.subscribe(journal::accept);
      monitor.subscribe(journal::accept);
      monitor.start();
      run.recheck().join();
      long start = System.nanoTime();
      boolean passed = run.runAll().join();
      boolean stopped = bench.stopServers(line -> {});
      if (!passed || !stopped) {
        throw new IllegalStateException("The lab failed in " + folder + ": " + run.states());
      }
      return (System.nanoTime() - start) / 1e6;
    } finally {
      Folders.remove(folder);
    }
  }
}
