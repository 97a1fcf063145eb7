package replicationlab.ui.settings;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import replicationlab.postgres.download.ServerRelease;
import replicationlab.postgres.download.Transfer;
import replicationlab.postgres.install.Installation;
import replicationlab.process.Cancellation;

/** PostgreSQLs that are not here and can be fetched, and be removed again. */
public interface MoreServers {

  /** What can be added, the newest first; empty if all is here. */
  CompletableFuture<List<ServerRelease>> addable();

  /** The address of the Maven repository to begin with; empty if none is known. */
  String repository();

  /**
   * Fetches one; fails with a sentence, or with a cancellation. The receivers are called on any
   * thread.
   *
   * @param repository the address as the user wrote it; remembered if it works
   */
  CompletableFuture<Installation> add(
      ServerRelease release,
      String repository,
      Consumer<Transfer> progress,
      Consumer<String> words,
      Cancellation cancellation);

  /** Removes one that was fetched; fails with a sentence, as when a server of it runs. */
  CompletableFuture<Void> remove(Installation added);
}
