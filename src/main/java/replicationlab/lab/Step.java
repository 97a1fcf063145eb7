package replicationlab.lab;

import java.util.List;
import java.util.stream.Collectors;
import replicationlab.deck.Block;

/**
 * One step of a lab.
 *
 * @param id how progress and the command line name it
 * @param slide the slide that explains it, counted from 1; 0 for none
 * @param why the author's words, without the blocks that are run or checked
 * @param actions for every version; see {@link #actionsFor}
 * @param asOf90 what the slides, written for 9.0, have in the place of the actions
 * @param patience how many seconds the checks may take to come true after the actions, because
 *     servers need time
 * @param guidance hints, and what to read after a pass
 * @param mayHoldBefore on which majors the checks may pass before the actions are done, because the
 *     step only looks, or because PostgreSQL has it so by itself
 */
public record Step(
    String id,
    int line,
    String title,
    int slide,
    List<Block> why,
    List<Action> actions,
    List<AsOf90> asOf90,
    List<CheckSpec> checks,
    int patience,
    Guidance guidance,
    Versions mayHoldBefore) {

  /** What the slides have, shown beside the actions where {@code versions} say that they differ. */
  public record AsOf90(Versions versions, String text) {}

  public Step {
    why = List.copyOf(why);
    actions = List.copyOf(actions);
    asOf90 = List.copyOf(asOf90);
    checks = List.copyOf(checks);
  }

  /** A step whose checks must not pass before its actions. */
  public Step(
      String id,
      int line,
      String title,
      int slide,
      List<Block> why,
      List<Action> actions,
      List<AsOf90> asOf90,
      List<CheckSpec> checks,
      int patience,
      Guidance guidance) {
    this(id, line, title, slide, why, actions, asOf90, checks, patience, guidance, Versions.NONE);
  }

  /** A step without hints. */
  public Step(
      String id,
      int line,
      String title,
      int slide,
      List<Block> why,
      List<Action> actions,
      List<AsOf90> asOf90,
      List<CheckSpec> checks,
      int patience) {
    this(
        id,
        line,
        title,
        slide,
        why,
        actions,
        asOf90,
        checks,
        patience,
        Guidance.NONE,
        Versions.NONE);
  }

  /** What is to be predicted before the step is run. */
  public List<Block.Question> questions() {
    return why.stream()
        .filter(Block.Question.class::isInstance)
        .map(Block.Question.class::cast)
        .toList();
  }

  /** The actions meant for a major. */
  public List<Action> actionsFor(int major) {
    return actions.stream().filter(action -> action.versions().contain(major)).toList();
  }

  /** The slides' lines, where this major needs others. */
  public List<String> slideLinesFor(int major) {
    return asOf90.stream()
        .filter(line -> line.versions().contain(major))
        .map(AsOf90::text)
        .toList();
  }

  /**
   * What takes the place of the slides' lines on a major: those actions that are not for every
   * major, or all of them if each is.
   */
  public String insteadOfSlideLines(int major) {
    List<Action> all = actionsFor(major);
    List<Action> ofSome =
        all.stream().filter(action -> !action.versions().equals(Versions.ALL)).toList();
    return (ofSome.isEmpty() ? all : ofSome)
        .stream().map(action -> action.text().strip()).collect(Collectors.joining("\n"));
  }
}
