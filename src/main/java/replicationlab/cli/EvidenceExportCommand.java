package replicationlab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import replicationlab.evidence.Evidence;
import replicationlab.evidence.EvidenceFile;
import replicationlab.evidence.Opened;
import replicationlab.lab.Lab;
import replicationlab.progress.Progress;
import replicationlab.progress.ProgressFile;
import replicationlab.progress.Workspace;
import replicationlab.settings.SettingsFolder;
import replicationlab.settings.SettingsStore;

/** {@code evidence export}: what was done in a workspace, as one sealed file. */
@Command(
    name = "export",
    description =
        "Writes what was done in a workspace into one sealed file, to be handed in; exits with 1 if"
            + " the journal was edited.",
    mixinStandardHelpOptions = true)
final class EvidenceExportCommand implements Callable<Integer> {

  private final Services services;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final ChosenWorkspace workspace = new ChosenWorkspace();

  @Option(
      names = "--name",
      paramLabel = "WHO",
      description = "your name (default: the one given in the window, else the account's)")
  private @Nullable String name;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "where to write it (default: WHO-LAB.evidence, here)")
  private @Nullable Path output;

  @Option(names = "--force", description = "replace a file that is no evidence")
  private boolean force;

  EvidenceExportCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Workspace opened = workspace.existing(services);
    Progress progress = new ProgressFile(opened).load();
    Lab lab = Labs.find(services, progress.lab().isEmpty() ? "lab-exercise-1" : progress.lab());
    String who = name == null ? rememberedName() : name;
    Path target = output == null ? Path.of(EvidenceFile.name(who, lab.id())) : output;
    if (!force && Files.exists(target) && EvidenceFile.open(target) instanceof Opened.Unreadable) {
      throw new IllegalArgumentException(
          target + " exists already and is no evidence; name another file, or say --force.");
    }
    Evidence evidence = EvidenceFile.export(opened, lab, who, target);
    out.printf(
        "%s: %d of %d steps passed, by %s%n",
        target, evidence.passed(), evidence.steps().size(), evidence.who());
    if (!evidence.seal().asExported()) {
      out.println(
          "The lab's journal was changed outside the lab, and whoever opens the file sees it. "
              + evidence.sentence());
    }
    out.flush();
    return evidence.seal().asExported() ? ExitCode.PASSED : ExitCode.FAILED;
  }

  private static String rememberedName() {
    try (SettingsStore store =
        new SettingsStore(SettingsFolder.ofThisUser(), Duration.ofDays(1), words -> {})) {
      String who = store.current().who();
      return who.isBlank() ? System.getProperty("user.name") : who;
    }
  }
}
