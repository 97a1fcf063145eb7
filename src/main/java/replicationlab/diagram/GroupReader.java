package replicationlab.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one group: {@code group NAME "Caption" around NODE NODE bind primary}. */
final class GroupReader {

  private GroupReader() {}

  static Optional<DiagramGroup> read(Words words, List<DiagramProblem> problems) {
    Optional<String> name = words.word();
    List<String> members = new ArrayList<>();
    String label = "";
    String bind = "";
    boolean hidden = false;
    Optional<NodeRole> role = Optional.empty();
    while (words.more()) {
      Optional<String> text = words.text();
      if (text.isPresent()) {
        label = text.get();
      } else if (words.word("bind")) {
        bind = words.word().orElse("");
      } else if (words.word("role")) {
        role = NodeReader.role(words, problems);
      } else if (words.word("hidden")) {
        hidden = true;
      } else if (!words.word("around")) {
        members.add(words.any().replaceAll(",$", ""));
      }
    }
    if (name.isEmpty() || members.isEmpty()) {
      problems.add(
          new DiagramProblem(
              words.line(), "a group is written as: group NAME \"Caption\" around NODE NODE"));
      return Optional.empty();
    }
    NodeRole bound = NodeRole.of(bind).orElse(NodeRole.PLAIN);
    return Optional.of(
        new DiagramGroup(
            name.get(), label, members, role.orElse(bound), bind, hidden, words.line()));
  }
}
