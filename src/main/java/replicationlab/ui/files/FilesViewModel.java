package replicationlab.ui.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.config.ConfigKind;
import replicationlab.postgres.config.DirectoryWatch;
import replicationlab.postgres.config.LiveConfig;
import replicationlab.postgres.config.Parameters;
import replicationlab.postgres.config.RecoveryParameters;
import replicationlab.process.CommandResult;

/** The settings files of a lab: which there are, which is open, what is typed into them. */
public final class FilesViewModel {

  private final Executor background;
  private final Executor servers;
  private final Executor fx;
  private final Consumer<String> trouble;
  private final ObservableList<FileChoice> choices = FXCollections.observableArrayList();
  private final Map<Path, OpenFile> open = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<@Nullable OpenFile> current =
      new ReadOnlyObjectWrapper<>(this, "current");
  private final ObjectProperty<Optional<LiveConfig>> live =
      new SimpleObjectProperty<>(this, "live", Optional.empty());
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
  private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper(this, "known", true);
  private final ObjectProperty<@Nullable Integer> line = new SimpleObjectProperty<>(this, "line");
  private final AtomicInteger questions = new AtomicInteger();
  private final Map<Integer, Parameters> ofProgram = new HashMap<>();
  private final FileAnalysis analysis;
  private final FilesOnDisk disk;
  private Parameters parameters = Parameters.UNKNOWN;
  private @Nullable FilesLab lab;
  private @Nullable DirectoryWatch watch;
  private boolean showing;

  /**
   * @param background for what reads and writes files, one thing after another
   * @param servers for what asks servers, one thing after another, which may take seconds
   * @param fx JavaFX's thread
   * @param trouble gets a sentence when something could not be done
   */
  public FilesViewModel(
      Executor background, Executor servers, Executor fx, Consumer<String> trouble) {
    this.background = background;
    this.servers = servers;
    this.fx = fx;
    this.trouble = trouble;
    this.analysis = new FileAnalysis(background, fx);
    this.disk = new FilesOnDisk(background, fx, trouble);
  }

  /** A lab has been opened, or closed; on JavaFX's thread. */
  public void opened(@Nullable FilesLab opened) {
    stopWatching();
    lab = opened;
    open.clear();
    choices.clear();
    known.set(opened == null);
    current.set(null);
    live.set(Optional.empty());
    parameters = Parameters.UNKNOWN;
    if (opened != null && showing) {
      begin(opened);
    }
  }

  /** Whether the pane shows: while it does not, nothing is watched or asked. */
  public void setShowing(boolean shows) {
    showing = shows;
    FilesLab now = lab;
    if (!shows) {
      stopWatching();
    } else if (now != null) {
      begin(now);
    }
  }

  private void begin(FilesLab now) {
    if (watch == null) {
      watch = DirectoryWatch.start(now.directories(), () -> fx.execute(this::filesChanged));
    }
    filesChanged();
  }

  private void stopWatching() {
    if (watch != null) {
      watch.close();
      watch = null;
    }
  }

  /** Something on the disk, or a server's state, is other than it was. */
  public void filesChanged() {
    FilesLab now = lab;
    if (now == null || !showing) {
      return;
    }
    background.execute(() -> {
      List<FileChoice> found = FileChoice.of(now);
      List<String> drafted = drafted(now);
      fx.execute(() -> offer(now, found, drafted));
    });
    List.copyOf(open.values()).forEach(disk::look);
    askServer();
  }

  private List<String> drafted(FilesLab of) {
    try {
      return of.drafts().files();
    } catch (IOException e) {
      fx.execute(() -> trouble.accept("What was typed before cannot be read: " + e.getMessage()));
      return List.of();
    }
  }

  /**
   * @param drafted the names of files into which something was typed and never saved
   */
  private void offer(FilesLab of, List<FileChoice> found, List<String> drafted) {
    if (!of.equals(lab)) {
      return;
    }
    List<FileChoice> unfinished =
        found.stream().filter(choice -> drafted.contains(choice.name())).toList();
    unfinished.forEach(choice -> fileOf(choice, of));
    List<FileChoice> all = new ArrayList<>(found);
    // What is being edited stays, also if its file is gone.
    open.values().stream()
        .filter(file -> file.isDirty() && !all.contains(file.choice()))
        .forEach(file -> all.add(file.choice()));
    if (!choices.equals(all)) {
      choices.setAll(all);
    }
    known.set(true);
    if (current.get() == null && !all.isEmpty()) {
      select(unfinished.isEmpty() ? all.getFirst() : unfinished.getFirst());
    }
  }

  /** The files that can be opened. */
  ObservableList<FileChoice> choices() {
    return choices;
  }

  /** Whether anybody has looked which files there are. */
  ReadOnlyBooleanProperty knownProperty() {
    return known.getReadOnlyProperty();
  }

  /** The one that is shown; null while there is none. */
  ReadOnlyObjectProperty<@Nullable OpenFile> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** What the running server thinks of its files; empty while it does not run. */
  ObjectProperty<Optional<LiveConfig>> liveProperty() {
    return live;
  }

  /** Whether a server is being reloaded or restarted. */
  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** The line to show next, from 1; null when there is none. */
  ObjectProperty<@Nullable Integer> lineProperty() {
    return line;
  }

  /** What is known of the parameters in the file that is shown. */
  Parameters parameters() {
    OpenFile file = current.get();
    FilesLab now = lab;
    if (file != null && now != null && file.choice().kind() == ConfigKind.RECOVERY) {
      return RecoveryParameters.of(now.major());
    }
    return parameters;
  }

  /** Shows a file, and a line of it if that is not 0. */
  public void open(Path path, int lineNumber) {
    FilesLab now = lab;
    if (now == null) {
      return;
    }
    List<FileChoice> found = FileChoice.of(now);
    offer(now, found, List.of());
    found.stream()
        .filter(choice -> choice.path().toAbsolutePath().equals(path.toAbsolutePath()))
        .findFirst()
        .ifPresentOrElse(
            choice -> {
              select(choice);
              line.set(null);
              line.set(lineNumber == 0 ? null : Integer.valueOf(lineNumber));
            },
            () -> trouble.accept(path.getFileName() + " is no file that the lab edits."));
  }

  void select(FileChoice choice) {
    FilesLab now = lab;
    if (now != null) {
      current.set(fileOf(choice, now));
      askServer();
    }
  }

  private OpenFile fileOf(FileChoice choice, FilesLab of) {
    OpenFile known = open.get(choice.path());
    if (known != null) {
      return known;
    }
    OpenFile opened = new OpenFile(choice);
    open.put(choice.path(), opened);
    opened.textProperty().addListener((property, was, is) -> analyse(opened));
    disk.load(opened, of.drafts());
    return opened;
  }

  private void analyse(OpenFile file) {
    FilesLab now = lab;
    if (now != null) {
      Parameters known =
          file.choice().kind() == ConfigKind.RECOVERY
              ? RecoveryParameters.of(now.major())
              : parameters;
      analysis.look(file, known, now.clusters().installation());
    }
  }

  /** Gives up what was typed since, and takes what the file has. */
  void revert() {
    OpenFile file = current.get();
    if (file != null) {
      file.textProperty().set(file.saved());
      disk.look(file);
    }
  }

  /** Keeps what was typed, although somebody else wrote the file meanwhile. */
  void keepMine() {
    OpenFile file = current.get();
    if (file != null) {
      disk.keepMine(file);
    }
  }

  /** Writes the file that is shown. */
  void save() {
    OpenFile file = current.get();
    if (file != null) {
      save(file);
    }
  }

  private void save(OpenFile file) {
    disk.save(file, this::askServer);
  }

  /** The files with something in them that is not saved, by name. */
  public List<String> unsaved() {
    return open.values().stream()
        .filter(OpenFile::isDirty)
        .map(file -> file.choice().name())
        .toList();
  }

  /**
   * Writes all of those, then calls {@code then}; those that somebody else wrote meanwhile stay as
   * they are.
   */
  public void saveAll(Runnable then) {
    List.copyOf(open.values()).stream().filter(OpenFile::isDirty).forEach(this::save);
    background.execute(() -> fx.execute(then));
  }

  /** Gives up all that is not saved. */
  public void forget() {
    open.values().forEach(file -> file.textProperty().set(file.saved()));
  }

  private void askServer() {
    FilesLab now = lab;
    OpenFile file = current.get();
    if (now == null || file == null) {
      return;
    }
    Cluster cluster = file.choice().cluster();
    int mine = questions.incrementAndGet();
    servers.execute(() -> {
      // A server that hangs keeps each question waiting for seconds: only the last one counts.
      if (mine != questions.get()) {
        return;
      }
      Optional<LiveConfig> answer = now.live(cluster);
      Parameters known = answer.map(LiveConfig::parameters).orElseGet(() -> ofProgram(now));
      fx.execute(() -> answered(file, answer, known));
    });
  }

  private Parameters ofProgram(FilesLab now) {
    synchronized (ofProgram) {
      return ofProgram.computeIfAbsent(now.major(), major -> now.parameters().get());
    }
  }

  private void answered(OpenFile file, Optional<LiveConfig> answer, Parameters known) {
    if (current.get() == file) {
      parameters = known;
      live.set(answer);
      // Also where nothing more is known: another file may override lines of this one now.
      analyse(file);
    }
  }

  /** Lets the server of the file that is shown read its files again. */
  void reload() {
    control((now, cluster) -> now.control().reload(cluster, output -> {}));
  }

  /** Restarts the server of the file that is shown. */
  void restart() {
    control((now, cluster) -> now.control().restart(cluster, output -> {}));
  }

  private interface Order {
    Optional<CommandResult> give(FilesLab lab, Cluster cluster);
  }

  private void control(Order order) {
    FilesLab now = lab;
    OpenFile file = current.get();
    if (now == null || file == null || busy.get()) {
      return;
    }
    busy.set(true);
    servers.execute(() -> {
      Optional<CommandResult> result = order.give(now, file.choice().cluster());
      fx.execute(() -> {
        busy.set(false);
        result
            .filter(ended -> !ended.succeeded())
            .ifPresent(ended -> trouble.accept("The server did not: " + ended.text()));
        askServer();
      });
    });
  }
}
