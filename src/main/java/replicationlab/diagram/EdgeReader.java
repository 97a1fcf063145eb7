package replicationlab.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one edge: {@code edge a.right -> b.left "Label" flow below as wal}. */
final class EdgeReader {

  /** One end: a node's name and the side that the author chose. */
  private record End(String node, Optional<Side> side) {
    static End of(String word) {
      int dot = word.lastIndexOf('.');
      Optional<Side> side = Side.of(word.substring(dot + 1));
      return dot > 0 && side.isPresent()
          ? new End(word.substring(0, dot), side)
          : new End(word, Optional.empty());
    }
  }

  private final Words words;
  private final List<DiagramProblem> problems;
  private EdgeKind kind = EdgeKind.PLAIN;
  private String label = "";
  private String name = "";
  private final List<Point> via = new ArrayList<>();
  private Optional<Side> labelSide = Optional.empty();
  private Optional<Point> labelAt = Optional.empty();
  private boolean hidden;
  private boolean still;

  private EdgeReader(Words words, List<DiagramProblem> problems) {
    this.words = words;
    this.problems = problems;
  }

  static Optional<DiagramEdge> read(Words words, List<DiagramProblem> problems) {
    return new EdgeReader(words, problems).edge();
  }

  private Optional<DiagramEdge> edge() {
    Optional<String> first = words.word();
    Optional<String> arrow = words.arrow();
    Optional<String> second = words.word();
    if (first.isEmpty() || arrow.isEmpty() || second.isEmpty()) {
      problem("an edge is written as: edge NODE -> NODE \"Label\" KIND");
      return Optional.empty();
    }
    while (words.more()) {
      attribute();
    }
    End from = End.of(first.get());
    End to = End.of(second.get());
    return Optional.of(
        new DiagramEdge(
            name.isEmpty() ? from.node() + "->" + to.node() : name,
            from.node(),
            to.node(),
            kind,
            arrow.get().equals("<->"),
            label,
            from.side(),
            to.side(),
            via,
            labelSide,
            labelAt,
            hidden,
            still,
            words.line()));
  }

  private void attribute() {
    Optional<String> text = words.text();
    if (text.isPresent()) {
      label = text.get();
    } else if (words.word("as")) {
      name = words.word().orElse("");
    } else if (words.word("hidden")) {
      hidden = true;
    } else if (words.word("still")) {
      still = true;
    } else if (words.word("via")) {
      for (Optional<Point> corner = words.pair(); corner.isPresent(); corner = words.pair()) {
        via.add(corner.get());
      }
    } else if (words.word("at")) {
      labelAt = words.pair();
      if (labelAt.isEmpty()) {
        problem("after at come two numbers, such as 3,4");
      }
    } else {
      kindOrSide(words.any());
    }
  }

  private void kindOrSide(String word) {
    Optional<EdgeKind> known = EdgeKind.of(word);
    Optional<Side> side = Side.of(word);
    if (known.isPresent()) {
      kind = known.get();
    } else if (side.isPresent()) {
      labelSide = side;
    } else {
      problem("unknown word \"" + word + "\" in an edge");
    }
  }

  private void problem(String message) {
    problems.add(new DiagramProblem(words.line(), message));
  }
}
