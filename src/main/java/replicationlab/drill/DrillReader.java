package replicationlab.drill;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import replicationlab.deck.Block;
import replicationlab.deck.Deck;
import replicationlab.deck.DeckReader;
import replicationlab.deck.Problem;
import replicationlab.deck.Slide;
import replicationlab.lab.LabReader;
import replicationlab.lab.Step;
import replicationlab.lab.Versions;

/**
 * Reads drills. Each slide is one: {@code # Title {#name}}, a story, the blocks that break a
 * finished lab, written as those of a lab, {@code predict} blocks that name the rows of the proof
 * that will fail, and below {@code ## Afterwards} what is told once it is mended. Never throws:
 * what is wrong becomes a problem with its line.
 */
public final class DrillReader {

  private static final String AFTERWARDS = "Afterwards";

  private DrillReader() {}

  /** Reads a file's text; {@code rows} are the names of the proof's rows. */
  public static DrillBook read(String text, Set<String> rows) {
    Deck deck = DeckReader.read(text);
    List<Problem> problems = new ArrayList<>(deck.problems());
    List<Drill> drills = deck.slides().stream().map(slide -> drill(slide, rows, problems)).toList();
    Set<String> ids = new HashSet<>();
    for (Drill drill : drills) {
      if (!ids.add(drill.id())) {
        problems.add(
            new Problem(
                drill.line(),
                "two drills are called '" + drill.id() + "'; give one another {#name}"));
      }
    }
    return new DrillBook(drills, problems);
  }

  private static Drill drill(Slide slide, Set<String> rows, List<Problem> problems) {
    Step step = LabReader.step(slide, problems);
    List<Block> story = new ArrayList<>();
    List<Block> afterwards = new ArrayList<>();
    List<Drill.Prediction> predictions = new ArrayList<>();
    List<Block> into = story;
    for (Block block : step.why()) {
      if (block instanceof Block.Heading heading && heading.text().equals(AFTERWARDS)) {
        into = afterwards;
      } else if (block instanceof Block.Code code && isPrediction(code)) {
        predictions.add(prediction(step.id(), code, rows, problems));
      } else {
        into.add(block);
      }
    }
    if (step.actions().isEmpty()) {
      problems.add(
          new Problem(slide.line(), "the drill '" + step.id() + "' breaks nothing; add a block"));
    }
    if (predictions.isEmpty()) {
      problems.add(
          new Problem(
              slide.line(),
              "the drill '" + step.id() + "' foretells nothing; add a predict block"));
    }
    return new Drill(
        step.id(), slide.line(), step.title(), story, step.actions(), predictions, afterwards);
  }

  private static boolean isPrediction(Block.Code code) {
    return code.info().strip().split("\\s+", -1)[0].equals("predict");
  }

  private static Drill.Prediction prediction(
      String id, Block.Code code, Set<String> rows, List<Problem> problems) {
    Versions versions = Versions.ALL;
    String mistake = id;
    for (String word : code.info().strip().split("\\s+", -1)) {
      if (word.startsWith("mistake=")) {
        mistake = word.substring("mistake=".length());
      } else if (word.startsWith("versions=")) {
        try {
          versions = Versions.parse(word.substring("versions=".length()));
        } catch (NumberFormatException e) {
          problems.add(
              new Problem(
                  code.line(), word + " is no range of majors; write ..11, 12.. or 13..14"));
        }
      }
    }
    List<String> names =
        code.source().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    names.stream()
        .filter(name -> !rows.contains(name))
        .forEach(name ->
            problems.add(
                new Problem(
                    code.line(), "'" + name + "' is no row of the proof; they are " + rows)));
    return new Drill.Prediction(versions, mistake, names);
  }
}
