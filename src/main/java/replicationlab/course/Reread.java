package replicationlab.course;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import replicationlab.deck.Block;
import replicationlab.deck.Deck;
import replicationlab.deck.Problem;

/**
 * A deck whose files have been saved while it was open. What is broken now stays as it was when it
 * was last good, and its problem is told: a class does not see a half-written slide.
 */
public final class Reread {

  /** Of pictures; nobody spreads them further, and a system has few watches. */
  private static final int MOST_FOLDERS = 20;

  private Reread() {}

  /** Reads everything again; never throws. */
  public static OpenedDeck of(OpenedDeck before, ProgramFiles files) {
    OpenedDeck now;
    try {
      now = OpenedDeck.open(before.file(), files);
    } catch (IOException e) {
      return stayed(
          before,
          before.changes(),
          List.of(),
          "the file cannot be read (" + reason(e) + "); the slides are those of before");
    }
    Changes changes =
        now.changes().problems().isEmpty()
            ? now.changes()
            : new Changes(before.changes().all(), now.changes().problems());
    List<Problem> problems = now.problems().stream().map(Reread::asKept).toList();
    if (now.deck().slides().isEmpty() && !before.deck().slides().isEmpty()) {
      return stayed(
          before,
          changes,
          problems,
          "the slides are those of before, because there are none in the file now");
    }
    return new OpenedDeck(now.file(), now.deck(), kept(before, now), changes, problems);
  }

  private static Problem asKept(Problem problem) {
    return new Problem(
        problem.line(),
        problem
            .message()
            .replace(Changes.UNTIL_MENDED, "; until it is mended, what it said before holds"));
  }

  /** Diagrams that are broken now are shown as they were. */
  private static Pictures kept(OpenedDeck before, OpenedDeck now) {
    return new Pictures(
        now.pictures().deckFolder(), now.pictures().diagrams(), before.pictures().lastGood());
  }

  private static OpenedDeck stayed(
      OpenedDeck before, Changes changes, List<Problem> problems, String why) {
    List<Problem> told = new ArrayList<>(problems);
    told.add(new Problem(1, why));
    Deck deck = before.deck();
    return new OpenedDeck(before.file(), deck, before.pictures(), changes, told);
  }

  private static String reason(IOException e) {
    return e instanceof NoSuchFileException
        ? "it is not there"
        : e.getMessage() == null ? e.toString() : e.getMessage();
  }

  /** What has to be watched for a deck to be read again in time. */
  public static Set<Path> files(OpenedDeck deck) {
    Path folder = deck.pictures().deckFolder();
    Set<Path> files = new HashSet<>();
    files.add(deck.file());
    files.add(folder.resolve(Changes.FILE));
    files.add(deck.pictures().diagrams());
    deck.deck().slides().stream()
        .flatMap(slide -> slide.blocks().stream())
        .filter(Block.Picture.class::isInstance)
        .map(picture -> ((Block.Picture) picture).target())
        .flatMap(target -> folderOf(folder, target).stream())
        .distinct()
        .limit(MOST_FOLDERS)
        .forEach(files::add);
    return files;
  }

  private static Optional<Path> folderOf(Path deckFolder, String target) {
    try {
      return Optional.ofNullable(deckFolder.resolve(target).normalize().getParent());
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }
}
