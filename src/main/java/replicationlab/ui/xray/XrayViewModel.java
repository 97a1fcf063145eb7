package replicationlab.ui.xray;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.cluster.ClusterPair;
import replicationlab.postgres.config.DirectoryWatch;
import replicationlab.postgres.xray.PairXray;

/** Keeps the X-ray as new as the files, while it shows. */
public final class XrayViewModel {

  private final Executor background;
  private final Executor fx;
  private final ReadOnlyObjectWrapper<@Nullable PairXray> xray =
      new ReadOnlyObjectWrapper<>(this, "xray");
  private final BooleanProperty onlyDifferences =
      new SimpleBooleanProperty(this, "onlyDifferences");
  private final AtomicBoolean waiting = new AtomicBoolean();
  private @Nullable ClusterPair clusters;
  private @Nullable DirectoryWatch watch;
  private boolean showing;

  /**
   * @param background for what reads files, one thing after another
   * @param fx JavaFX's thread
   */
  public XrayViewModel(Executor background, Executor fx) {
    this.background = background;
    this.fx = fx;
  }

  /** A lab has been opened, or closed; on JavaFX's thread. */
  public void opened(@Nullable ClusterPair opened) {
    stopWatching();
    clusters = opened;
    xray.set(null);
    if (showing) {
      begin();
    }
  }

  /** Whether the pane shows: while it does not, nothing is watched. */
  public void setShowing(boolean shows) {
    showing = shows;
    if (shows) {
      begin();
    } else {
      stopWatching();
    }
  }

  private void begin() {
    ClusterPair now = clusters;
    if (now == null) {
      return;
    }
    if (watch == null) {
      watch = DirectoryWatch.start(directories(now), () -> fx.execute(this::look));
    }
    look();
  }

  /** pg_control lies in global; the folder around both tells when a directory comes or goes. */
  private static List<Path> directories(ClusterPair now) {
    Path primary = now.primary().data();
    Path standby = now.standby().data();
    return List.of(
        primary.resolveSibling(""),
        primary,
        primary.resolve("global"),
        standby,
        standby.resolve("global"));
  }

  private void stopWatching() {
    if (watch != null) {
      watch.close();
      watch = null;
    }
  }

  /** Looks again, because a file or a server's state has changed; on JavaFX's thread. */
  public void look() {
    ClusterPair now = clusters;
    if (now == null || !showing || !waiting.compareAndSet(false, true)) {
      return;
    }
    background.execute(() -> {
      // From here on a change is news again.
      waiting.set(false);
      PairXray seen = PairXray.of(now);
      fx.execute(() -> {
        if (now.equals(clusters) && !seen.equals(xray.get())) {
          xray.set(seen);
        }
      });
    });
  }

  /** What is seen now; null while nothing is. */
  ReadOnlyObjectProperty<@Nullable PairXray> xrayProperty() {
    return xray.getReadOnlyProperty();
  }

  /** Whether rows that say the same on both sides are left out. */
  BooleanProperty onlyDifferencesProperty() {
    return onlyDifferences;
  }
}
