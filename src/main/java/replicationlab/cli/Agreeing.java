package replicationlab.cli;

import java.io.Console;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import replicationlab.consent.Announcement;
import replicationlab.lab.Lab;
import replicationlab.run.Workbench;

/**
 * Shows what a lesson from elsewhere would run, and asks. Silence is never a yes: without a
 * terminal the digest has to be named.
 *
 * @param out where the list goes
 */
record Agreeing(Lab lab, Workbench bench, PrintWriter out) {

  /** Whether the lab may run; {@code digest} is what the person named beforehand, or empty. */
  boolean agreed(String digest) {
    int major = bench.clusters().installation().version().major();
    if (bench.agreements().cover(lab, major)) {
      return true;
    }
    if (!lab.digest().equals(digest)) {
      show(major);
      if (!digest.isEmpty()) {
        out.println("You agreed to " + digest + ", which is another text than this one.");
      }
      if (!answeredYes()) {
        out.flush();
        return false;
      }
    }
    bench.agreements().agree(lab, major);
    return true;
  }

  private void show(int major) {
    out.println(
        "'" + lab.title() + "' did not come with this program. On this PostgreSQL it would run:");
    for (Announcement step : Announcement.of(lab, major, bench.wording()::of)) {
      out.println("\n" + step.step());
      step.lines().forEach(line -> out.println("  " + line));
    }
    out.println();
    out.flush();
  }

  @SuppressWarnings("SystemConsoleNull") // it was never so in 22 to 24, and is so again since 25
  private boolean answeredYes() {
    @Nullable Console console = System.console();
    if (console == null || !console.isTerminal()) {
      out.println("Nothing was run. If you agree, say so: --agree " + lab.digest());
      return false;
    }
    String answer = console.readLine("Type yes to agree: ");
    boolean yes = answer != null && answer.strip().equalsIgnoreCase("yes");
    if (!yes) {
      out.println("Nothing was run.");
    }
    return yes;
  }
}
