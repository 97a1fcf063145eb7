package replicationlab.diagram;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads one node: {@code node NAME KIND at X,Y "Label" note "Words" bind primary size 3x2}. */
final class NodeReader {

  private static final double MARGIN = 0.24;

  private final String name;
  private final int line;
  private final List<DiagramProblem> problems;
  private NodeKind kind = NodeKind.PROCESS;
  private Optional<Point> at = Optional.empty();
  private Optional<Point> size = Optional.empty();
  private Optional<NodeRole> role = Optional.empty();
  private String label = "";
  private String note = "";
  private String bind = "";
  private boolean hidden;

  NodeReader(String name, int line, List<DiagramProblem> problems) {
    this.name = name;
    this.line = line;
    this.problems = problems;
  }

  void read(Words words) {
    String word = words.word().orElse("");
    Optional<NodeKind> known = NodeKind.of(word);
    if (known.isEmpty()) {
      problem("unknown kind \"" + word + "\"; known are " + kinds());
    }
    kind = known.orElse(kind);
    while (words.more()) {
      attribute(words);
    }
    if (at.isEmpty()) {
      problem("node \"" + name + "\" needs a place: at X,Y");
    }
  }

  private void attribute(Words words) {
    Optional<String> text = words.text();
    if (text.isPresent()) {
      label = text.get();
    } else if (words.word("at")) {
      at = pair(words, "at", "3,4");
    } else if (words.word("size")) {
      size = pair(words, "size", "3x2").filter(pair -> pair.x() > 0 && pair.y() > 0);
    } else if (words.word("note")) {
      note = words.text().orElse("");
    } else if (words.word("bind")) {
      bind = words.word().orElse("");
    } else if (words.word("role")) {
      role = role(words, problems);
    } else if (words.word("hidden")) {
      hidden = true;
    } else {
      problem("unknown word \"" + words.any() + "\" in a node");
    }
  }

  private Optional<Point> pair(Words words, String what, String example) {
    Optional<Point> pair = words.pair();
    if (pair.isEmpty()) {
      problem("after " + what + " come two numbers, such as " + example);
    }
    return pair;
  }

  /** A role's word; also used for groups. */
  static Optional<NodeRole> role(Words words, List<DiagramProblem> problems) {
    String word = words.word().orElse("");
    Optional<NodeRole> role = NodeRole.of(word);
    if (role.isEmpty()) {
      String message = "unknown role \"" + word + "\"; known are primary, standby and plain";
      problems.add(new DiagramProblem(words.line(), message));
    }
    return role;
  }

  Optional<DiagramNode> node() {
    double height = kind.height() + (note.isEmpty() ? 0 : kind.noteHeight());
    Point extent = size.orElse(new Point(width(), height));
    NodeRole part = role.or(() -> NodeRole.of(bind)).orElse(NodeRole.PLAIN);
    return at.map(center ->
        new DiagramNode(
            name,
            kind,
            Box.around(center, extent.x(), extent.y()),
            label,
            note,
            part,
            bind,
            hidden,
            line));
  }

  /** Without a frame, a node is as wide as its words, so that edges begin close to it. */
  private double width() {
    if (kind.shape() != NodeKind.Shape.BARE) {
      return kind.width();
    }
    double label = TextSize.width(this.label, TextSize.LABEL, true);
    double words = Math.max(label, TextSize.width(note, TextSize.NOTE, false)) + MARGIN;
    return Math.max(kind.width(), Math.ceil(words * 2) / 2);
  }

  private static String kinds() {
    return Arrays.stream(NodeKind.values()).map(NodeKind::word).collect(Collectors.joining(", "));
  }

  private void problem(String message) {
    problems.add(new DiagramProblem(line, message));
  }
}
