package replicationlab.ui.settings;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.download.ServerRelease;
import replicationlab.postgres.download.Transfer;
import replicationlab.postgres.install.Installation;
import replicationlab.process.Cancellation;
import replicationlab.ui.kit.FxThread;

/** One more PostgreSQL: what there is, how far its download is, and what went wrong. */
final class AddServerViewModel {

  private static final double NOT_KNOWN = -1;

  private final MoreServers servers;
  private final Consumer<Installation> added;
  private final ObservableList<ServerRelease> releases = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(NOT_KNOWN);
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private @Nullable Cancellation current;

  /**
   * @param added gets each PostgreSQL that has come; on JavaFX's thread
   */
  AddServerViewModel(MoreServers servers, Consumer<Installation> added) {
    this.servers = servers;
    this.added = added;
  }

  /** Looks again what can be added. */
  void refresh() {
    var _ =
        servers
            .addable()
            .whenCompleteAsync(
                (found, failure) -> {
                  if (found != null) {
                    releases.setAll(found);
                    if (found.isEmpty()) {
                      words.set("Every version that can be added is here.");
                    }
                  } else {
                    problem.set(sentence(failure));
                  }
                },
                FxThread::run);
  }

  /** Begins a download, unless one is running. */
  void add(ServerRelease release, String repository) {
    if (running.get()) {
      return;
    }
    Cancellation cancellation = new Cancellation();
    current = cancellation;
    running.set(true);
    problem.set("");
    progress.set(NOT_KNOWN);
    words.set("Asking for " + release.name() + "…");
    Consumer<Transfer> transfers = FxThread.latest(this::show);
    var _ =
        servers
            .add(
                release, repository, transfers, said -> FxThread.run(() -> say(said)), cancellation)
            .whenCompleteAsync(this::ended, FxThread::run);
  }

  private void show(Transfer transfer) {
    if (running.get()) {
      progress.set(transfer.fraction());
      words.set(transfer.words());
    }
  }

  private void say(String said) {
    if (running.get()) {
      words.set(said + "…");
      progress.set(NOT_KNOWN);
    }
  }

  private void ended(@Nullable Installation installation, @Nullable Throwable failure) {
    running.set(false);
    current = null;
    progress.set(NOT_KNOWN);
    if (installation != null) {
      words.set(installation.label() + " is here.");
      added.accept(installation);
      refresh();
    } else if (cause(failure) instanceof CancellationException) {
      words.set("Cancelled; nothing was kept.");
    } else {
      words.set("");
      problem.set(sentence(failure));
    }
  }

  private static @Nullable Throwable cause(@Nullable Throwable failure) {
    return failure == null || failure.getCause() == null ? failure : failure.getCause();
  }

  private static String sentence(@Nullable Throwable failure) {
    Throwable cause = cause(failure);
    return cause == null ? "" : String.valueOf(cause.getMessage());
  }

  /** Ends the download, if one is running. */
  void cancel() {
    if (current != null) {
      current.cancel();
    }
  }

  ObservableList<ServerRelease> releases() {
    return releases;
  }

  String repository() {
    return servers.repository();
  }

  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** From 0 to 1; negative while it is not known. */
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
