package replicationlab;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import replicationlab.cli.CommandLineInterface;
import replicationlab.cli.PsqlCommand;
import replicationlab.cli.Services;
import replicationlab.consent.Agreements;
import replicationlab.course.ProgramFiles;
import replicationlab.course.ShippedLabs;
import replicationlab.course.ShippedLessons;
import replicationlab.export.ExportFailed;
import replicationlab.export.ExportOrder;
import replicationlab.export.ExportWatch;
import replicationlab.export.Exported;
import replicationlab.postgres.install.CacheFolder;
import replicationlab.postgres.install.Installations;
import replicationlab.postgres.install.Unprivileged;
import replicationlab.process.CommandRunner;
import replicationlab.run.WorkbenchOpener;
import replicationlab.settings.SettingsFolder;
import replicationlab.ui.export.DeckExporter;
import replicationlab.ui.export.Headless;
import replicationlab.ui.export.OverfullSlides;

/** Starts the window when called without a command, the command line otherwise. */
public final class Main {

  private Main() {}

  /** Starts the program; a word that is no command is a deck to open. */
  public static void main(String[] args) {
    PrintWriter out =
        new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), false);
    PrintWriter err =
        new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
    if (args.length > 0 && args[0].equals(PsqlCommand.NAME)) {
      List<String> words = List.of(args).subList(1, args.length);
      System.exit(PsqlCommand.run(out, err, words, System.getenv()));
    }
    Optional<Opening> early = Opening.early(List.of(args));
    early.ifPresent(Window::begin);
    Services services;
    try {
      ProgramFiles files = ProgramFiles.find();
      early.ifPresent(asked -> Window.readAhead(files, asked));
      services = ahead(files, args);
    } catch (IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    CommandLineInterface commands =
        new CommandLineInterface(services, Main::export, new OverfullSlides(18, Headless::start));
    if (args.length > 0 && args[0].equals(Rehearsal.NAME)) {
      String part = args.length > 1 ? args[1] : "";
      System.exit(Rehearsal.run(services, commands, out, err, part));
    }
    Optional<Opening> opening =
        Opening.of(List.of(args), word -> commands.knows(word) || !Opening.mayBeDeck(word));
    if (opening.isPresent()) {
      Window.open(services, opening.get());
      return;
    }
    System.exit(commands.run(out, err, args));
  }

  /** JavaFX is started only for those who need it. */
  private static Exported export(ExportOrder order, ExportWatch watch) throws ExportFailed {
    Headless.start();
    return new DeckExporter().export(order, watch);
  }

  /** What a lab's command needs is fetched while the command line is still being understood. */
  private static Services ahead(ProgramFiles files, String... args) {
    ShippedLabs labs = new ShippedLabs(files);
    if (args.length == 0 || !args[0].equals("lab")) {
      return services(labs);
    }
    Services services = services(labs.readAhead());
    services.installations().lookAhead();
    return services;
  }

  private static Services services(ShippedLabs labs) {
    CommandRunner runner = new CommandRunner();
    ProgramFiles files = labs.files();
    Unprivileged unprivileged = new Unprivileged(runner);
    // Root's home is closed to the account that may have to run the servers.
    Path cache =
        unprivileged.placeFor(CacheFolder.ofThisUser(), Path.of("/var/cache/replication-lab"));
    Path workspace =
        unprivileged.placeFor(
            Path.of(System.getProperty("user.home"), "replication-lab"),
            Path.of("/var/lib/replication-lab"));
    Installations installations =
        new Installations(runner, files.postgres(), cache, System.getenv());
    Agreements agreements =
        new Agreements(SettingsFolder.ofThisUser(), ShippedLessons.digests(files));
    WorkbenchOpener opener = new WorkbenchOpener(installations, runner, unprivileged, agreements);
    return new Services(labs, installations, opener, workspace);
  }
}
