package replicationlab.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import replicationlab.course.Courses;

/** {@code lab list}: the labs there are. */
@Command(name = "list", description = "Lists the labs.", mixinStandardHelpOptions = true)
final class LabListCommand implements Callable<Integer> {

  private final Services services;

  @Spec private @Nullable CommandSpec spec;

  LabListCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Courses.labs(services.files())
        .forEach(lab ->
            out.println(lab.id() + "  " + lab.title() + " (" + lab.steps().size() + " steps)"));
    out.flush();
    return ExitCode.PASSED;
  }
}
