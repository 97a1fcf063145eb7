package replicationlab.cli;

import java.io.PrintWriter;
import java.util.Optional;
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

  private boolean answeredYes() {
    Optional<Boolean> answer = TypedYes.asked("to agree");
    if (answer.isEmpty()) {
      out.println("Nothing was run. If you agree, say so: --agree " + lab.digest());
    } else if (!answer.get()) {
      out.println("Nothing was run.");
    }
    return answer.orElse(false);
  }
}
