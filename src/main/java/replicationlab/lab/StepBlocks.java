package replicationlab.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import replicationlab.deck.Block;
import replicationlab.deck.DeckReader;
import replicationlab.deck.Pasteable;
import replicationlab.deck.Problem;

/** Sorts a step's blocks into what is read, what is run and what is checked. */
final class StepBlocks {

  private final List<Problem> problems;
  private final List<Block> why = new ArrayList<>();
  private final List<Action> actions = new ArrayList<>();
  private final List<Step.AsOf90> asOf90 = new ArrayList<>();
  private final List<CheckSpec> checks = new ArrayList<>();
  private final List<Guidance.Passage> hints = new ArrayList<>();
  private final List<Guidance.Passage> after = new ArrayList<>();
  private int patience;
  private Versions mayHoldBefore = Versions.NONE;

  StepBlocks(List<Problem> problems) {
    this.problems = problems;
  }

  void take(Block block) {
    if (!(block instanceof Block.Code code) || code.info().isBlank()) {
      why.add(block);
      return;
    }
    Fence fence = Fence.parse(code.info());
    if (fence.has("as-of")) {
      asOf90.add(new Step.AsOf90(versions(fence, code.line()), code.source()));
      return;
    }
    String text = Pasteable.of(code).text();
    switch (fence.language()) {
      case "sh" ->
          text.lines().filter(line -> !line.isBlank()).forEach(line -> command(code, fence, line));
      case "sql" -> actions.add(statement(code, fence, text));
      case "settings" ->
          actions.add(
              new Action.Settings(
                  code.line(), versions(fence, code.line()), text, file(code, fence)));
      case "hba" ->
          actions.add(
              new Action.HbaLines(
                  code.line(), versions(fence, code.line()), text, file(code, fence)));
      case "replace" -> replacement(code, fence, text);
      case "mode" ->
          actions.add(
              new Action.Permissions(
                  code.line(), versions(fence, code.line()), text.strip(), file(code, fence)));
      case "check" -> checks(code, fence);
      case "hint" -> hint(passage(code, fence));
      case "after" -> after.add(passage(code, fence));
      default -> why.add(block);
    }
  }

  private void command(Block.Code code, Fence fence, String line) {
    actions.add(
        new Action.Command(
            code.line(), versions(fence, code.line()), line.strip(), fence.has("refused")));
  }

  private Action.Statement statement(Block.Code code, Fence fence, String text) {
    Role on = Role.PRIMARY;
    try {
      on = fence.has("on") ? Role.valueOf(fence.get("on").toUpperCase(Locale.ROOT)) : Role.PRIMARY;
    } catch (IllegalArgumentException e) {
      problems.add(
          new Problem(
              code.line(),
              "on=" + fence.get("on") + " names no cluster; it is primary or standby"));
    }
    String session = fence.has("session") ? fence.get("session") : on.word();
    return new Action.Statement(
        code.line(), versions(fence, code.line()), text, on, session, fence.get("save"));
  }

  private void replacement(Block.Code code, Fence fence, String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() < 2) {
      problems.add(
          new Problem(
              code.line(),
              "a replace block has the line to be replaced and, below it, what comes instead"));
      return;
    }
    actions.add(
        new Action.Replacement(
            code.line(),
            versions(fence, code.line()),
            String.join("\n", lines.subList(1, lines.size())),
            file(code, fence),
            lines.getFirst()));
  }

  private String file(Block.Code code, Fence fence) {
    if (!fence.has("file")) {
      problems.add(
          new Problem(
              code.line(), "the block says which file it changes: file=data/postgresql.conf"));
    }
    return fence.get("file");
  }

  private void checks(Block.Code code, Fence fence) {
    if (fence.get("within").matches("\\d{1,4}")) {
      patience = Math.max(patience, Integer.parseInt(fence.get("within")));
    }
    if (fence.has("holds-before")) {
      mayHoldBefore = versions(fence, "holds-before", code.line());
    }
    int line = code.line();
    for (String text : code.source().lines().toList()) {
      line++;
      if (!text.isBlank()) {
        List<String> words = Arrays.asList(text.strip().split("\\s+", -1));
        checks.add(new CheckSpec(line, words.getFirst(), words.subList(1, words.size())));
      }
    }
  }

  private Guidance.Passage passage(Block.Code code, Fence fence) {
    if (code.source().isBlank()) {
      problems.add(new Problem(code.line(), "the " + fence.language() + " block says nothing"));
    }
    return new Guidance.Passage(
        code.line(), versions(fence, code.line()), DeckReader.blocks(code.source()));
  }

  private void hint(Guidance.Passage hint) {
    hints.add(hint);
    // Where most of them meet, one of them begins.
    boolean tooMany =
        hints.stream()
            .mapToInt(each -> each.versions().from())
            .filter(hint.versions()::contain)
            .anyMatch(major ->
                guidance().hints().stream().filter(each -> each.versions().contain(major)).count()
                    > Guidance.MOST_HINTS);
    if (tooMany) {
      problems.add(
          new Problem(
              hint.line(),
              "a third hint for the same version; the first is a nudge, the second a pointer, and"
                  + " then comes the command"));
    }
  }

  private Versions versions(Fence fence, int line) {
    return versions(fence, "versions", line);
  }

  /** Without the attribute, or with the bare word, every major. */
  private Versions versions(Fence fence, String attribute, int line) {
    if (fence.get(attribute).isEmpty()) {
      return Versions.ALL;
    }
    try {
      return Versions.parse(fence.get(attribute));
    } catch (NumberFormatException e) {
      problems.add(
          new Problem(
              line,
              attribute
                  + "="
                  + fence.get(attribute)
                  + " is no range of majors; write ..11, 12.. or 13..14"));
      return Versions.ALL;
    }
  }

  List<Block> why() {
    return why;
  }

  List<Action> actions() {
    return actions;
  }

  List<Step.AsOf90> asOf90() {
    return asOf90;
  }

  List<CheckSpec> checks() {
    return checks;
  }

  Guidance guidance() {
    return new Guidance(hints, after);
  }

  Versions mayHoldBefore() {
    return mayHoldBefore;
  }

  int patience() {
    return patience;
  }
}
