package replicationlab.check;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import replicationlab.postgres.config.LiveConfig;
import replicationlab.postgres.config.PendingChange;

/**
 * A setting that stands in a file as it should, and that the running server has not taken from
 * there yet. Nothing more is to be written, and a restart where a reload is enough would end the
 * sessions of others, such as a backup's.
 */
final class NotTaken {

  private NotTaken() {}

  /**
   * Looks for it.
   *
   * @param good whether a value is as it should be
   */
  static Optional<Explanation> find(Side side, String name, Predicate<String> good) {
    if (side.data().server().isEmpty() || side.filed(name).filter(good).isEmpty()) {
      return Optional.empty();
    }
    return LiveConfig.of(side.cluster(), side.system().major())
        .flatMap(live -> live.pending().stream().filter(it -> it.name().equals(name)).findFirst())
        .map(change -> explain(side, change));
  }

  private static Explanation explain(Side side, PendingChange change) {
    String written =
        change.file().isEmpty()
            ? change.name() + " has been taken out of its file"
            : change.name()
                + " = "
                + change.to()
                + " is set in "
                + side.files().shown(Path.of(change.file()));
    return switch (change.needs()) {
      case RELOAD ->
          new Explanation(
              "not-reloaded",
              written + ", and the server has not been reloaded since.",
              new Mend()
                  .reload(side.folder())
                  .as("Reload it (SELECT pg_reload_conf() does the same); it need not restart."));
      case RESTART ->
          new Explanation(
              "not-restarted",
              written + ", and the server has not been restarted since.",
              new Mend()
                  .restart(side.folder())
                  .as("Restart it: this setting is read at a start only."));
    };
  }
}
