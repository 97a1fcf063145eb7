package replicationlab.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import replicationlab.checkpoint.Checkpoint;
import replicationlab.checkpoint.MovedFolder;
import replicationlab.postgres.cluster.PortPair;
import replicationlab.postgres.install.Installation;
import replicationlab.progress.Workspace;
import replicationlab.recovery.Finding;
import replicationlab.run.PortTakenException;
import replicationlab.run.Workbench;
import replicationlab.settings.Settings.LabChoice;
import replicationlab.settings.SettingsStore;
import replicationlab.ui.kit.EmptyState;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.LastFolder;
import replicationlab.ui.kit.Messages;
import replicationlab.ui.status.StatusBarView;

/**
 * From "I want to do the lab" to a lab that is open, stopped, reset or left; each question is asked
 * here.
 */
final class LabJourney {

  private static final String START = "Start the servers";
  private static final String STOP = "Stop and quit";
  private static final String LEAVE = "Quit, leave them running";

  private final LabDesk desk;
  private final SettingsStore settings;
  private final Messages messages;
  private final StatusBarView status;
  private final ConsentJourney consent;
  private final Consumer<@Nullable OpenLab> shown;
  private final Consumer<Runnable> begun;
  private final LastFolder folder = new LastFolder();
  private @Nullable Throwable failure;
  private LabChoice asked;

  /**
   * @param shown gets the lab that is open now, or null when none is; on JavaFX's thread
   * @param begun runs what asks a person something, as soon as they can be asked
   */
  LabJourney(
      LabDesk desk,
      SettingsStore settings,
      Messages messages,
      StatusBarView status,
      ConsentJourney consent,
      Consumer<@Nullable OpenLab> shown,
      Consumer<Runnable> begun) {
    this.desk = desk;
    this.settings = settings;
    this.messages = messages;
    this.status = status;
    this.consent = consent;
    this.shown = shown;
    this.begun = begun;
    this.asked = settings.current().lab();
  }

  /** What stands in the lab's place while none is open. */
  EmptyState withoutLab(Runnable choose) {
    return WithoutLab.because(failure, free -> use(on(free, asked)), choose);
  }

  private static LabChoice on(PortPair ports, LabChoice choice) {
    return new LabChoice(choice.workspace(), choice.postgres(), ports.primary(), ports.standby());
  }

  /** Opens the lab that is chosen in the settings. */
  void open() {
    open(settings.current().lab());
  }

  private void open(LabChoice choice) {
    status.busy("Opening the lab…");
    var _ =
        desk.open(choice, this::progress)
            .whenCompleteAsync((opened, failure) -> opened(choice, opened, failure), FxThread::run);
  }

  private void progress(String words) {
    FxThread.run(() -> status.busy(words));
  }

  private void opened(LabChoice choice, @Nullable OpenLab opened, @Nullable Throwable failure) {
    status.done();
    this.asked = choice;
    this.failure = root(failure);
    shown.accept(opened);
    if (opened != null) {
      status.workspace(opened.bench().workspace().folder());
    }
    begun.accept(() -> ask(choice, opened, failure));
  }

  private void ask(LabChoice choice, @Nullable OpenLab opened, @Nullable Throwable failure) {
    if (opened != null) {
      consent.ask(opened);
      sayWhatIsKept(choice, opened.bench());
      offerToStart(opened.bench());
      return;
    }
    if (root(failure) instanceof PortTakenException taken) {
      offerFreePorts(choice, taken);
    } else {
      messages.warn(DeckJourney.rootOf(failure));
    }
  }

  private static @Nullable Throwable root(@Nullable Throwable failure) {
    return failure instanceof CompletionException ? failure.getCause() : failure;
  }

  /** Asks for a lab's file, and opens it. */
  void choose(Window owner) {
    File file = folder.open(owner, "Open a lab", new ExtensionFilter("Labs", "*.md"));
    if (file != null) {
      openFile(file.toPath());
    }
  }

  /** Opens a lab's file from anywhere. */
  void openFile(Path file) {
    desk.lab(file);
    open();
  }

  private void offerFreePorts(LabChoice choice, PortTakenException taken) {
    Optional<String> answer =
        messages.choose(
            "A port is taken",
            taken.getMessage()
                + " The lab stops no server that it did not start. Commands, slides and checks"
                + " follow the ports.",
            "Not now",
            List.of(WithoutLab.verb(taken.free())));
    if (answer.isPresent()) {
      use(on(taken.free(), choice));
    }
  }

  /** Remembers a choice and opens it. */
  void use(LabChoice choice) {
    settings.update(now -> now.with(choice));
    open(choice);
  }

  /** A workspace that was begun keeps its servers' version and ports, whatever is chosen now. */
  private void sayWhatIsKept(LabChoice choice, Workbench bench) {
    Installation used = bench.clusters().installation();
    boolean sameServer =
        List.of("", used.bin().toString(), used.version().majorName()).contains(choice.postgres());
    PortPair chosen = new PortPair(choice.primaryPort(), choice.standbyPort());
    if (!sameServer || !bench.ports().equals(chosen)) {
      messages.warn(
          "This workspace was begun with PostgreSQL "
              + used.version()
              + " on the ports "
              + bench.ports().words()
              + " and keeps them; reset the lab or choose another folder to use what you chose.");
    }
  }

  /** Somebody who comes back finds the servers as they were left, or one click away from it. */
  private void offerToStart(Workbench bench) {
    List<Finding> found = desk.takeFindings();
    if (found.stream().anyMatch(finding -> finding.kind() != Finding.Kind.TAKEN_UP)) {
      sayWhatWasFound(bench, found);
      return;
    }
    if (!found.isEmpty()) {
      messages.tell(words(found));
    }
    if (bench.running().isEmpty() && LabDesk.hasStoppedServers(bench)) {
      Optional<String> answer =
          messages.choose(
              "The servers are stopped",
              "This workspace was begun before, and its servers do not run now.",
              "Leave them stopped",
              List.of(START));
      if (answer.isPresent()) {
        startServers();
      }
    }
  }

  private static String words(List<Finding> found) {
    return found.stream().map(Finding::words).collect(Collectors.joining("\n\n"));
  }

  private void sayWhatWasFound(Workbench bench, List<Finding> found) {
    List<String> offers = LabDesk.hasStoppedServers(bench) ? List.of(START) : List.of();
    Optional<String> answer =
        messages.choose(
            "The lab was interrupted",
            words(found),
            offers.isEmpty() ? "Go on" : "Not now",
            offers);
    if (answer.isPresent()) {
      startServers();
    }
  }

  void startServers() {
    await(
        "Starting the servers…",
        desk::startServers,
        failed -> {
          if (!failed.isEmpty()) {
            messages.warn(
                "The "
                    + String.join(" and the ", failed)
                    + " did not start; its log, below, says why.");
          }
        });
  }

  void stopServers() {
    await(
        "Stopping the servers…",
        desk::stopServers,
        stopped ->
            messages.tell(
                stopped
                    ? "The servers are stopped."
                    : "A server did not stop; its log, below, says why."));
  }

  void reset() {
    OpenLab open = desk.current();
    if (open == null) {
      messages.warn("No lab is open.");
      return;
    }
    Workspace workspace = open.bench().workspace();
    List<Path> doomed = workspace.whatResetDeletes();
    String list =
        String.join(
            ", ", doomed.stream().map(path -> Objects.toString(path.getFileName())).toList());
    boolean wanted =
        messages.confirm(
            "Reset the lab?",
            "This stops the lab's servers and deletes from "
                + workspace.folder()
                + ": "
                + list
                + ". Files of your own stay. It cannot be undone.",
            "Stop and delete");
    if (!wanted) {
      return;
    }
    status.busy("Resetting the lab…");
    LabChoice choice = settings.current().lab();
    var _ =
        desk.reset(choice, this::progress)
            .whenCompleteAsync((opened, failure) -> opened(choice, opened, failure), FxThread::run);
  }

  /** Asks, then goes back to a state of the lab; what there is now is kept. */
  void back(Checkpoint checkpoint) {
    OpenLab open = desk.current();
    if (open == null) {
      messages.warn("No lab is open.");
      return;
    }
    boolean wanted =
        messages.confirm(
            "Go back?",
            "The two clusters, their logs and their servers become what they were "
                + (checkpoint.kind() == Checkpoint.Kind.STEP
                    ? "after '" + open.run().lab().titleOf(checkpoint.step()) + "'"
                    : "when you left")
                + ", within seconds. What there is now is kept as a checkpoint of its own: you can"
                + " come back to it the same way.",
            "Go back");
    if (!wanted) {
      return;
    }
    await(
        "Going back…",
        () -> open.run().goBack(checkpoint),
        _ -> messages.tell("The lab is as it was then."));
  }

  /** Asks, then deletes a folder that was moved out of the way. */
  void delete(MovedFolder folder) {
    OpenLab open = desk.current();
    if (open == null) {
      messages.warn("No lab is open.");
      return;
    }
    boolean wanted =
        messages.confirm(
            "Delete " + folder.name() + "?",
            "This deletes "
                + open.bench().workspace().folder().resolve(folder.name())
                + " with all that is in it. It made way for another folder, and the lab does not"
                + " need it. It cannot be undone.",
            "Delete");
    if (wanted) {
      await(
          "Deleting " + folder.name() + "…",
          () -> open.run().delete(folder),
          _ -> messages.tell(folder.name() + " is deleted."));
    }
  }

  /** Says what is under way, and what came of it if it failed. */
  private <T> void await(String words, Supplier<CompletableFuture<T>> work, Consumer<T> then) {
    status.busy(words);
    var _ =
        work.get()
            .whenCompleteAsync(
                (done, failure) -> {
                  status.done();
                  if (failure == null) {
                    then.accept(done);
                  } else {
                    messages.warn(DeckJourney.rootOf(failure));
                  }
                },
                FxThread::run);
  }

  /** Asks what becomes of running servers; {@code quit} is called when all is settled, or never. */
  void leave(Runnable quit) {
    OpenLab open = desk.current();
    if (open == null || open.bench().running().isEmpty()) {
      quit.run();
      return;
    }
    Optional<String> answer =
        messages.choose(
            "Quit Replication Lab?",
            "The lab's servers are running. Next time the lab takes them up again if they still"
                + " run, and can start them if they do not.",
            "Stay",
            List.of(STOP, LEAVE));
    if (answer.isEmpty()) {
      return;
    }
    if (answer.get().equals(LEAVE)) {
      quit.run();
      return;
    }
    await(
        "Stopping the servers…",
        desk::stopServers,
        stopped -> {
          if (stopped) {
            quit.run();
          } else {
            messages.warn("A server did not stop, so the window stays; its log, below, says why.");
          }
        });
  }
}
