package replicationlab.ui.files;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import replicationlab.progress.Drafts;

/**
 * Keeps what is typed and not saved beside the files, as it is typed; of what comes faster than the
 * disk takes it, the newest.
 */
final class DraftKeeper {

  private final Executor background;
  private final Executor fx;
  private final Consumer<String> trouble;

  /** What is to be written next; empty: the file has nothing unsaved any more. */
  private final Map<OpenFile, Optional<Drafts.Draft>> next = new ConcurrentHashMap<>();

  /** A disk that is full says so once and not at every key. */
  private boolean complained;

  DraftKeeper(Executor background, Executor fx, Consumer<String> trouble) {
    this.background = background;
    this.fx = fx;
    this.trouble = trouble;
  }

  /** From now on, whatever is not saved of this file is kept. */
  void follow(OpenFile file, Drafts drafts) {
    if (file.choice().kind().readOnlyBecause().isEmpty()) {
      file.textProperty().addListener((property, was, is) -> changed(file, drafts));
      file.dirtyProperty().addListener((property, was, is) -> changed(file, drafts));
      if (!file.isDirty()) {
        changed(file, drafts); // a draft of what the file has by now
      }
    }
  }

  private void changed(OpenFile file, Drafts drafts) {
    String name = file.choice().name();
    next.put(
        file,
        file.isDirty()
            ? Optional.of(new Drafts.Draft(name, file.saved(), file.textProperty().get()))
            : Optional.empty());
    background.execute(() -> {
      Optional<Drafts.Draft> newest = next.remove(file);
      if (newest != null) {
        write(name, newest, drafts);
      }
    });
  }

  private void write(String name, Optional<Drafts.Draft> draft, Drafts drafts) {
    try {
      if (draft.isPresent()) {
        drafts.keep(draft.get());
      } else {
        drafts.drop(name);
      }
    } catch (IOException e) {
      fx.execute(() -> complain(name, e));
    }
  }

  private void complain(String name, IOException e) {
    if (!complained) {
      complained = true;
      trouble.accept(
          "What you type into "
              + name
              + " is not kept beside until you save it: "
              + e.getMessage()
              + ".");
    }
  }
}
