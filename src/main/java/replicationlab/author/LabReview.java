package replicationlab.author;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import replicationlab.check.LabChecks;
import replicationlab.course.LessonText;
import replicationlab.course.OpenedDeck;
import replicationlab.course.ProgramFiles;
import replicationlab.deck.DeckReader;
import replicationlab.deck.Problem;
import replicationlab.lab.Action;
import replicationlab.lab.CheckSpec;
import replicationlab.lab.Lab;
import replicationlab.lab.LabReader;
import replicationlab.lab.Step;
import replicationlab.policy.LessonPolicy;
import replicationlab.policy.RefusedException;
import replicationlab.policy.WorkspacePaths;
import replicationlab.process.ShellWords;

/** What can be said of a lab's file without running anything. */
public final class LabReview {

  /** Those on which the labs run; 9 stands for 9.6. */
  public static final List<Integer> MAJORS = IntStream.rangeClosed(9, 18).boxed().toList();

  private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]+]\\(<?([^)\\s>]+)>?\\)");

  private final Path file;
  private final Lab lab;
  private final String text;
  private final List<Problem> problems = new ArrayList<>();

  private LabReview(Path file, Lab lab, String text) {
    this.file = file;
    this.lab = lab;
    this.text = text;
  }

  /**
   * Everything that is wrong, in the order of the lines.
   *
   * @throws IOException if the file, or the deck beside it, cannot be read
   */
  public static List<Problem> problems(Path file, ProgramFiles files) throws IOException {
    Path absolute = file.toAbsolutePath().normalize();
    String text = LessonText.read(absolute);
    Lab lab = LabReader.read("reviewed", text);
    LabReview review = new LabReview(absolute, lab, text);
    review.problems.addAll(lab.problems());
    review.problems.addAll(OpenedDeck.open(absolute, files).problems());
    review.slides();
    review.links();
    for (Step step : lab.steps()) {
      review.checks(step);
      review.versions(step);
      review.permissions(step);
    }
    return review.problems.stream()
        .distinct()
        .sorted(Comparator.comparingInt(Problem::line))
        .toList();
  }

  /** The course's deck is in the folder above the labs'. */
  private void slides() throws IOException {
    Path deck = file.resolveSibling("../deck.md").normalize();
    boolean there = Files.isRegularFile(deck);
    int slides = there ? DeckReader.read(LessonText.read(deck)).slides().size() : 0;
    for (Step step : lab.steps()) {
      if (step.slide() > slides && there) {
        problems.add(
            new Problem(
                step.line(),
                "slide=" + step.slide() + " is not there; the deck has " + slides + " slides"));
      }
    }
  }

  private void links() {
    boolean inCode = false;
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.startsWith("```")) {
        inCode = !inCode;
      }
      Matcher links = LINK.matcher(line);
      while (!inCode && links.find()) {
        String target = links.group(1).replaceFirst("#.*$", "");
        boolean elsewhere = target.isEmpty() || target.matches("[a-z]+:.*");
        if (!elsewhere && !Files.exists(file.resolveSibling(target))) {
          problems.add(new Problem(number, "the link leads to " + target + ", which is not there"));
        }
      }
    }
  }

  private void checks(Step step) {
    for (CheckSpec check : step.checks()) {
      if (!LabChecks.names().contains(check.name())) {
        problems.add(
            new Problem(
                check.line(),
                "there is no check '"
                    + check.name()
                    + "'; there is: "
                    + String.join(", ", LabChecks.names())));
      }
      check.arguments().stream()
          .filter(argument -> !LabChecks.isPlain(argument))
          .forEach(argument ->
              problems.add(
                  new Problem(
                      check.line(),
                      "'"
                          + argument
                          + "' is no name or value; a check's words hold letters, digits"
                          + " and _ . : , + = - only")));
    }
  }

  /** A step that does something on one major has to do something on each. */
  private void versions(Step step) {
    List<String> without =
        MAJORS.stream()
            .filter(major -> !step.actions().isEmpty() && step.actionsFor(major).isEmpty())
            .map(LabReview::name)
            .toList();
    if (!without.isEmpty()) {
      problems.add(
          new Problem(
              step.line(),
              "the step '"
                  + step.id()
                  + "' does nothing on PostgreSQL "
                  + String.join(", ", without)
                  + "; its versions leave them out"));
    }
  }

  private void permissions(Step step) {
    Path workspace = file.resolveSibling("a-workspace");
    Path share = file.resolveSibling("a-share");
    LessonPolicy policy =
        new LessonPolicy(new WorkspacePaths(workspace, share), Set.of(5432, 5433));
    for (Action action : step.actions()) {
      try {
        policy.require(
            action,
            action
                .text()
                .replace("{share}", ShellWords.fileName(share.toString()))
                .replace("{sockets}", workspace.resolve("sockets").toString()));
      } catch (RefusedException e) {
        String words = String.valueOf(e.getMessage()).replace(workspace.toString(), "").strip();
        problems.add(new Problem(action.line(), words));
      }
    }
  }

  private static String name(int major) {
    return major == 9 ? "9.6" : Integer.toString(major);
  }
}
