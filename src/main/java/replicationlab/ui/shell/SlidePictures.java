package replicationlab.ui.shell;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import replicationlab.course.Picture;
import replicationlab.course.Pictures;
import replicationlab.deck.Block;
import replicationlab.postgres.cluster.ClusterState;
import replicationlab.postgres.replication.ReplicationSnapshot;
import replicationlab.postgres.replication.ServerStatus;
import replicationlab.ui.deck.DeckViewModel;
import replicationlab.ui.deck.Place;
import replicationlab.ui.diagram.DiagramPlaceholder;
import replicationlab.ui.diagram.DiagramView;
import replicationlab.ui.diagram.NodeState;
import replicationlab.ui.kit.ScaledImage;

/** Makes the nodes for a slide's pictures, and lets the clusters in a diagram live. */
final class SlidePictures implements Function<Block.Picture, Node> {

  private final DeckViewModel deck;

  /** Several views may show one slide at a time; those that are gone are forgotten. */
  private final Set<DiagramView> shown = Collections.newSetFromMap(new WeakHashMap<>());

  private @Nullable ReplicationSnapshot latest;

  SlidePictures(DeckViewModel deck) {
    this.deck = deck;
  }

  @Override
  public Node apply(Block.Picture picture) {
    Place place = deck.placeProperty().get();
    if (place == null) {
      return new DiagramPlaceholder(picture.target());
    }
    Pictures pictures = place.opened().pictures();
    return switch (pictures.find(picture)) {
      case Picture.Image image -> image(image);
      case Picture.Drawn drawn -> diagram(drawn);
      case Picture.Missing missing ->
          missing.isNowhere()
              ? new DiagramPlaceholder(missing.target())
              : DiagramPlaceholder.because(missing.target(), missing.why());
    };
  }

  private static Node image(Picture.Image image) {
    // Loaded in the background: a photograph of some megabytes must not hold the slide up.
    return new ScaledImage(new Image(image.file().toUri().toString(), true));
  }

  private Node diagram(Picture.Drawn drawn) {
    DiagramView view = DiagramView.of(drawn.diagram());
    shown.add(view);
    if (latest != null) {
      bind(view, latest);
    }
    return view;
  }

  /** Colours the nodes that stand for the lab's clusters; on JavaFX's thread. */
  void show(ReplicationSnapshot snapshot) {
    latest = snapshot;
    shown.forEach(view -> bind(view, snapshot));
  }

  private static void bind(DiagramView view, ReplicationSnapshot snapshot) {
    bind(view, "primary", snapshot.primary());
    bind(view, "standby", snapshot.standby());
  }

  /** A cluster that was never there leaves the diagram as its author drew it. */
  private static void bind(DiagramView view, String name, ServerStatus status) {
    boolean wasBound = Boolean.TRUE.equals(view.getProperties().get(name));
    if (status.state() != ClusterState.ABSENT || wasBound) {
      view.getProperties().put(name, true);
      view.bind(name, state(status), badge(status));
    }
  }

  private static NodeState state(ServerStatus status) {
    return switch (status.state()) {
      case ABSENT -> NodeState.UNKNOWN;
      case STOPPED -> NodeState.STOPPED;
      case STALE_PID -> NodeState.FAILED;
      case STARTING, STOPPING, NOT_HOT, SILENT, KEEPS_OUT, RUNNING ->
          status.activity().equals("streaming") ? NodeState.STREAMING : NodeState.RUNNING;
    };
  }

  private static String badge(ServerStatus status) {
    return status.state() == ClusterState.ABSENT
        ? status.state().words()
        : (status.port() + " " + status.lsn()).strip();
  }
}
