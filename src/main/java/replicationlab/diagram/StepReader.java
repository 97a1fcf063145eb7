package replicationlab.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import replicationlab.diagram.Action.Target;
import replicationlab.diagram.Action.Verb;

/** Reads one step's actions; names are looked up when the whole file is read. */
final class StepReader {

  /** One name in an action: a node, edge or group, or the edge from {@code name} to {@code to}. */
  private record Name(String name, String to) {
    @Override
    public String toString() {
      return to.isEmpty() ? name : name + " -> " + to;
    }
  }

  /** An action before its names are known. */
  private record Plan(Verb verb, List<Name> names, String destination, String text, int line) {}

  private final String title;
  private final int line;
  private final List<Plan> plans = new ArrayList<>();
  private final List<DiagramProblem> problems = new ArrayList<>();
  private String caption = "";

  StepReader(String title, int line) {
    this.title = title;
    this.line = line;
  }

  void caption(String text) {
    caption = text;
  }

  void actions(Words words) {
    while (words.more()) {
      if (!words.semicolon()) {
        action(words);
      }
    }
  }

  private void action(Words words) {
    String word = words.any();
    Optional<Verb> verb = Verb.of(word);
    if (verb.isEmpty()) {
      problem(words.line(), "unknown verb \"" + word + "\"; known are " + verbs());
      words.skipToSemicolon();
      return;
    }
    List<Name> names = new ArrayList<>();
    String destination = "";
    for (Optional<String> name = words.word(); name.isPresent(); name = words.word()) {
      String plain = name.get().replaceAll(",$", "");
      if (words.arrow().isEmpty()) {
        names.add(new Name(plain, ""));
      } else if (verb.get() == Verb.MOVE) {
        names.add(new Name(plain, ""));
        destination = words.word().orElse("");
      } else {
        names.add(new Name(plain, words.word().orElse("").replaceAll(",$", "")));
      }
    }
    Optional<String> text = words.text();
    if ((verb.get() == Verb.LABEL || verb.get() == Verb.NOTE) && text.isEmpty()) {
      problem(words.line(), verb.get().word() + " needs a text in quotation marks");
    } else if (names.isEmpty()) {
      problem(words.line(), verb.get().word() + " needs the name of a node, an edge or a group");
    } else {
      plans.add(new Plan(verb.get(), names, destination, text.orElse(""), words.line()));
    }
    if (words.more() && !words.semicolon()) {
      problem(words.line(), "between two actions comes a semicolon, not \"" + words.any() + "\"");
      words.skipToSemicolon();
    }
  }

  DiagramStep finish(PartReader parts, List<DiagramProblem> all) {
    List<Action> actions = new ArrayList<>();
    for (Plan plan : plans) {
      Target target = target(plan, parts);
      if (plan.verb() == Verb.MOVE && !isNode(plan.destination(), parts)) {
        String message = "move is written as: move NODE -> NODE; unknown node \"";
        problem(plan.line(), message + plan.destination() + "\"");
      } else {
        actions.add(new Action(plan.verb(), target, plan.destination(), plan.text()));
      }
    }
    all.addAll(problems);
    return new DiagramStep(title, caption, actions, line);
  }

  private Target target(Plan plan, PartReader parts) {
    Set<String> nodes = new LinkedHashSet<>();
    Set<String> edges = new LinkedHashSet<>();
    Set<String> groups = new LinkedHashSet<>();
    for (Name name : plan.names()) {
      if (!resolve(name, plan.verb(), parts, nodes, edges, groups)) {
        String what = name.to().isEmpty() ? "unknown name \"" : "unknown edge \"";
        problem(plan.line(), what + name + "\"");
      }
    }
    return new Target(nodes, edges, groups);
  }

  private static boolean resolve(
      Name name,
      Verb verb,
      PartReader parts,
      Set<String> nodes,
      Set<String> edges,
      Set<String> groups) {
    boolean found = false;
    for (DiagramEdge edge : parts.edges()) {
      boolean joins = edge.from().equals(name.name()) && edge.to().equals(name.to());
      if (joins || (name.to().isEmpty() && edge.name().equals(name.name()))) {
        edges.add(edge.name());
        found = true;
      }
    }
    if (name.to().isEmpty() && isNode(name.name(), parts)) {
      nodes.add(name.name());
      found = true;
    }
    for (DiagramGroup group : parts.groups()) {
      if (name.to().isEmpty() && group.name().equals(name.name())) {
        groups.add(group.name());
        found = true;
        if (reachesMembers(verb)) {
          group
              .members()
              .forEach(member -> resolve(new Name(member, ""), verb, parts, nodes, edges, groups));
        }
      }
    }
    return found;
  }

  /** What happens to a box happens to what stands in it, except for its words and its role. */
  private static boolean reachesMembers(Verb verb) {
    return switch (verb) {
      case FAIL, RESTORE, SHOW, HIDE, DIM, LIGHT -> true;
      case PROMOTE, DEMOTE, MOVE, HIGHLIGHT, FLOW, STOP, LABEL, NOTE -> false;
    };
  }

  private static boolean isNode(String name, PartReader parts) {
    return parts.nodes().stream().anyMatch(node -> node.name().equals(name));
  }

  private static String verbs() {
    return Arrays.stream(Verb.values()).map(Verb::word).collect(Collectors.joining(", "));
  }

  private void problem(int at, String message) {
    problems.add(new DiagramProblem(at, message));
  }
}
