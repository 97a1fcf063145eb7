package replicationlab.ui.shell;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import replicationlab.postgres.download.Repository;
import replicationlab.postgres.download.ServerDownloads;
import replicationlab.postgres.download.ServerRelease;
import replicationlab.postgres.download.ServerRemoval;
import replicationlab.postgres.download.Transfer;
import replicationlab.postgres.install.Installation;
import replicationlab.postgres.install.Installations;
import replicationlab.process.Cancellation;
import replicationlab.settings.SettingsStore;
import replicationlab.ui.settings.MoreServers;

/** Fetches PostgreSQLs for the window, remembers from where, and removes them. */
final class ServersFromRepository implements MoreServers {

  private final ServerDownloads downloads;
  private final ServerRemoval removal;
  private final SettingsStore settings;
  private final Executor work;

  /**
   * @param work where files are looked at; downloads have threads of their own
   */
  ServersFromRepository(Installations installations, SettingsStore settings, Executor work) {
    this.downloads = new ServerDownloads(installations);
    this.removal = new ServerRemoval(installations);
    this.settings = settings;
    this.work = work;
  }

  @Override
  public CompletableFuture<List<ServerRelease>> addable() {
    return CompletableFuture.supplyAsync(downloads::addable, work);
  }

  @Override
  public String repository() {
    return usual(settings.current().repository());
  }

  private static String usual(String remembered) {
    try {
      return Repository.usual(System.getenv(), remembered).map(Repository::toString).orElse("");
    } catch (IllegalArgumentException notOne) {
      // The environment's or the settings' words are shown as they are: the user can mend them.
      return remembered;
    }
  }

  @Override
  public CompletableFuture<Installation> add(
      ServerRelease release,
      String repository,
      Consumer<Transfer> progress,
      Consumer<String> words,
      Cancellation cancellation) {
    return CompletableFuture.supplyAsync(
        () -> {
          Repository from = Repository.at(repository);
          Installation added = downloads.add(release, from, progress, words, cancellation);
          remember(from.toString());
          return added;
        },
        task -> Thread.ofVirtual().name("download").start(task));
  }

  @Override
  public CompletableFuture<Void> remove(Installation added) {
    return CompletableFuture.runAsync(() -> removal.remove(added), work);
  }

  /** The usual one need not be remembered: it may be another in the next version. */
  private void remember(String address) {
    String kept = address.equals(usual("")) ? "" : address;
    settings.update(now -> now.withRepository(kept));
  }
}
