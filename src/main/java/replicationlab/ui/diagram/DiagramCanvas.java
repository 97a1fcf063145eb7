package replicationlab.ui.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import replicationlab.diagram.Diagram;
import replicationlab.diagram.DiagramEdge;
import replicationlab.diagram.DiagramGroup;
import replicationlab.diagram.DiagramNode;
import replicationlab.diagram.DiagramState;
import replicationlab.diagram.Layout;

/** The drawing itself, at a fixed size that its owner scales: 60 pixels to a grid unit. */
final class DiagramCanvas extends Pane {

  private static final double UNIT = 60;

  private final Map<String, NodeFigure> nodes = new LinkedHashMap<>();
  private final Map<String, GroupFigure> groups = new LinkedHashMap<>();
  private final List<EdgeFigure> edges = new ArrayList<>();
  private final Map<String, List<LiveBadge>> badges = new LinkedHashMap<>();

  DiagramCanvas(Diagram diagram) {
    getStyleClass().add("diagram-canvas");
    setPrefSize(px(diagram.columns()), px(diagram.rows()));
    setMinSize(getPrefWidth(), getPrefHeight());
    Layout layout = Layout.of(diagram);
    for (DiagramGroup group : diagram.groups()) {
      groups.put(
          group.name(), new GroupFigure(group, layout.group(group), layout.groupCaption(group)));
      badge(group.bind()).ifPresent(badge -> badge.onGroup(layout.group(group)));
    }
    for (DiagramEdge edge : diagram.edges()) {
      layout
          .routes()
          .forEach((link, route) -> {
            if (link.edge().equals(edge.name())) {
              edges.add(new EdgeFigure(edge, link, route, layout.label(link)));
            }
          });
    }
    for (DiagramNode node : diagram.nodes()) {
      nodes.put(node.name(), new NodeFigure(node));
      badge(node.bind()).ifPresent(badge -> badge.onNode(node.box(), getPrefWidth()));
    }
    getChildren().addAll(groups.values());
    getChildren().addAll(edges);
    getChildren().addAll(nodes.values());
    badges.values().forEach(getChildren()::addAll);
  }

  private Optional<LiveBadge> badge(String binding) {
    if (binding.isEmpty()) {
      return Optional.empty();
    }
    LiveBadge badge = new LiveBadge();
    badges.computeIfAbsent(binding, name -> new ArrayList<>()).add(badge);
    return Optional.of(badge);
  }

  /** Grid units as pixels of the unscaled drawing. */
  static double px(double units) {
    return units * UNIT;
  }

  void show(DiagramState state, StepTransition transition) {
    state.nodes().forEach((name, look) -> with(nodes.get(name), f -> f.show(look, transition)));
    state.groups().forEach((name, look) -> with(groups.get(name), f -> f.show(look, transition)));
    for (EdgeFigure edge : edges) {
      with(state.edges().get(edge.link().edge()), look -> edge.show(look, transition));
    }
  }

  private static <T> void with(@Nullable T value, Consumer<T> action) {
    if (value != null) {
      action.accept(value);
    }
  }

  /** Whether any dots move at this moment. */
  boolean flows() {
    return edges.stream().anyMatch(EdgeFigure::isFlowing);
  }

  void advance(double phase) {
    edges.stream().filter(EdgeFigure::isFlowing).forEach(edge -> edge.advance(phase));
  }

  void bind(String binding, NodeState state, String words) {
    badges.getOrDefault(binding, List.of()).forEach(badge -> badge.show(state, words));
  }
}
