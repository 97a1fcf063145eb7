package replicationlab.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import replicationlab.ui.files.FilesLab;
import replicationlab.ui.files.FilesView;
import replicationlab.ui.files.FilesViewModel;
import replicationlab.ui.kit.FxThread;
import replicationlab.ui.kit.Icons;
import replicationlab.ui.kit.Messages;
import replicationlab.ui.xray.XrayView;
import replicationlab.ui.xray.XrayViewModel;

/** The editor of the settings files and the X-ray, which lead to each other. */
final class SettingsPanes {

  static final String FILES = "Files";
  static final String XRAY = "X-ray";

  private static final String SAVE = "Save";
  private static final String FORGET = "Do not save";

  private final Messages messages;
  private final ExecutorService work =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("settings files").daemon().factory());
  private final FilesViewModel files;
  private final XrayViewModel xray = new XrayViewModel(work, FxThread::run);
  private final List<ShellPane> panes;
  private Consumer<String> front = name -> {};
  private @Nullable Path workspace;
  private @Nullable FilesView editor;

  SettingsPanes(Messages messages) {
    this.messages = messages;
    files =
        new FilesViewModel(work, new InTurn(messages::warn)::later, FxThread::run, messages::warn);
    panes =
        List.of(
            new ShellPane(
                FILES,
                Icons.EDIT,
                "Edit the settings files of both clusters (Ctrl+E)",
                this::makeEditor,
                lab -> files.opened(of(lab)),
                files::setShowing),
            new ShellPane(
                XRAY,
                Icons.XRAY,
                "Both data directories side by side: what differs, what is missing (Ctrl+I)",
                () -> new XrayView(xray, this::open),
                lab -> xray.opened(lab == null ? null : lab.bench().clusters()),
                xray::setShowing));
  }

  private FilesView makeEditor() {
    FilesView made = new FilesView(files);
    editor = made;
    return made;
  }

  private @Nullable FilesLab of(@Nullable OpenLab lab) {
    if (lab == null) {
      workspace = null;
      return null;
    }
    workspace = lab.bench().workspace().folder();
    return new FilesLab(
        workspace,
        lab.bench().clusters(),
        lab.bench().control(),
        lab.bench().parameters()::ofProgram);
  }

  List<ShellPane> both() {
    return panes;
  }

  /**
   * @param select brings a pane to the front, by its name
   */
  void shownBy(Consumer<String> select) {
    front = select;
  }

  void show(String name) {
    front.accept(name);
  }

  /** Opens a file of the workspace in the editor, at a line of it if that is not 0. */
  void edit(String file, int line) {
    if (workspace != null) {
      open(workspace.resolve(file), line);
    }
  }

  private void open(Path file, int line) {
    front.accept(FILES);
    files.open(file, line);
    if (editor != null) {
      editor.takeFocus();
    }
  }

  /** A server came, went, or changed its part. */
  void serversChanged() {
    files.filesChanged();
    xray.look();
  }

  /** Goes on unless something would be lost that the user wants to keep. */
  void leave(Runnable go) {
    List<String> unsaved = files.unsaved();
    if (unsaved.isEmpty()) {
      go.run();
      return;
    }
    Optional<String> answer =
        messages.choose(
            "Save the files?",
            "What you typed into " + String.join(", ", unsaved) + " is not saved yet.",
            "Stay",
            List.of(SAVE, FORGET));
    if (answer.filter(FORGET::equals).isPresent()) {
      files.forget();
      go.run();
    } else if (answer.isPresent()) {
      files.saveAll(() -> {
        if (files.unsaved().isEmpty()) {
          go.run();
        }
      });
    }
  }
}
