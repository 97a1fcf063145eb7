package replicationlab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import replicationlab.check.CheckResult;
import replicationlab.check.ProofReport;
import replicationlab.check.ReplicationProof;
import replicationlab.check.Verdict;
import replicationlab.course.Courses;
import replicationlab.course.Drills;
import replicationlab.deck.Block;
import replicationlab.drill.Drill;
import replicationlab.drill.DrillBook;
import replicationlab.progress.DrillMemory;
import replicationlab.progress.Workspace;
import replicationlab.progress.WorkspaceLock;
import replicationlab.run.DrillRun;
import replicationlab.run.LabRun;
import replicationlab.run.Workbench;

/** {@code drill}: mistakes set on purpose, to be found and mended. */
@Command(
    name = "drill",
    description = "Breaks a finished Lab Exercise 1 on purpose, and verifies its mend.",
    mixinStandardHelpOptions = true)
final class DrillCommand implements Callable<Integer> {

  private final Services services;

  @Spec private @Nullable CommandSpec spec;

  DrillCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    Objects.requireNonNull(spec).commandLine().usage(out());
    return ExitCode.PASSED;
  }

  @Command(
      name = "list",
      description = "The drills, and which of them a workspace has seen mended.",
      mixinStandardHelpOptions = true)
  int list(
      @Option(names = "--workspace", paramLabel = "DIR", description = "the lab's folder")
          @Nullable Path folder) {
    Set<String> solved =
        folder == null ? Set.of() : new DrillMemory(Workspace.existing(folder)).solved();
    for (Drill drill : book().drills()) {
      out()
          .printf(
              "%-8s %-30s %s%n",
              solved.contains(drill.id()) ? "solved" : "", drill.id(), drill.title());
    }
    book()
        .problems()
        .forEach(problem ->
            out().println(problem.at(Drills.file(services.files(), Courses.FIRST).toString())));
    out().flush();
    return book().problems().isEmpty() ? ExitCode.PASSED : ExitCode.PROBLEMS;
  }

  @Command(
      name = "set",
      description = "Sets a drill; the servers of the workspace have to be a proven pair.",
      mixinStandardHelpOptions = true)
  int set(
      @Parameters(paramLabel = "NAME", description = "as 'drill list' shows it") String name,
      @Option(names = "--workspace", paramLabel = "DIR", description = "the lab's folder")
          @Nullable Path folder) {
    Drill drill = book().find(name);
    return with(
        folder,
        run -> {
          run.set(drill).join();
          out().println(drill.title());
          out().println(drill.story().stream().map(Block::text).collect(Collectors.joining("\n")));
          out().println();
          out().println("It is set. Find it, mend it in any way, and then: drill check");
          return ExitCode.PASSED;
        });
  }

  @Command(
      name = "check",
      description = "Verifies that the drill has been mended; exits with 0 only if it has.",
      mixinStandardHelpOptions = true)
  int check(
      @Option(names = "--workspace", paramLabel = "DIR", description = "the lab's folder")
          @Nullable Path folder) {
    return with(folder, run -> told(run.current(), run.check(true).join()));
  }

  @Command(
      name = "show",
      description = "Gives up: names the mistake, and carries out its remedy.",
      mixinStandardHelpOptions = true)
  int show(
      @Option(names = "--workspace", paramLabel = "DIR", description = "the lab's folder")
          @Nullable Path folder) {
    return with(
        folder,
        run -> {
          String current = run.current();
          run.check(true).join().checks().forEach(this::explain);
          return told(current, run.showMe().join());
        });
  }

  private void explain(CheckResult row) {
    if (!row.mistake().isEmpty()) {
      out().println(row.cause());
      out().println(row.remedy());
      out().println();
    }
  }

  private int told(String current, ProofReport report) {
    if (report.verdict() == Verdict.PASSED) {
      out().println("Mended: the standby is proven.");
      book().drills().stream()
          .filter(drill -> drill.id().equals(current))
          .flatMap(drill -> drill.afterwards().stream())
          .forEach(block -> out().println(block.text()));
    } else {
      out().println("Not mended yet. These rows of the proof do not pass:");
      report.checks().stream()
          .filter(row -> DrillRun.broken(report).contains(row.name()))
          .forEach(row -> out().println("  " + row.question()));
      out().println("'check' says more; 'drill show' mends it.");
    }
    return ExitCode.of(report.verdict());
  }

  private int with(@Nullable Path folder, ToIntFunction<DrillRun> task) {
    Workspace workspace = Workspace.existing(folder == null ? services.defaultWorkspace() : folder);
    // Not under the hands of a window that works in it.
    try (WorkspaceLock _ = WorkspaceLock.take(workspace)) {
      Workbench bench = services.opener().reopen(workspace, progress -> {});
      try (LabRun lab = new LabRun(Labs.find(services, "lab-exercise-1"), bench);
          DrillRun run = new DrillRun(lab, new DrillMemory(workspace))) {
        return task.applyAsInt(run);
      } catch (CompletionException e) {
        throw e.getCause() instanceof IllegalStateException told ? told : e;
      } finally {
        out().flush();
      }
    }
  }

  private DrillBook book() {
    return Drills.of(
        services.files(),
        Courses.FIRST,
        ReplicationProof.ROWS.stream().map(ReplicationProof.Row::name).collect(Collectors.toSet()));
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }
}
