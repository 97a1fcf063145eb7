package replicationlab.ui.lab;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import replicationlab.checkpoint.Checkpoint;
import replicationlab.checkpoint.MovedFolder;
import replicationlab.run.GuidedLab;

/** The states of a lab that one can go back to, read off JavaFX's thread and told on it. */
record StatesKept(GuidedLab lab, Executor background, Executor fx) {

  /**
   * What there is.
   *
   * @param all the oldest first
   * @param damaged the numbers of those that cannot be gone back to; some are not among all, since
   *     nothing else is known of them
   */
  record Found(List<Checkpoint> all, Set<String> damaged) {

    boolean isDamaged(Checkpoint checkpoint) {
      return damaged.contains(checkpoint.id());
    }

    /** The numbers of those of which nothing else is known, the oldest first. */
    List<String> lost() {
      Set<String> known = all.stream().map(Checkpoint::id).collect(Collectors.toSet());
      return damaged.stream()
          .filter(number -> !known.contains(number))
          .sorted(Comparator.comparing(Integer::valueOf))
          .toList();
    }

    /** The newest after a step that one can go back to. */
    Optional<Checkpoint> newestAfter(String step) {
      return all.reversed().stream()
          .filter(checkpoint ->
              checkpoint.kind() == Checkpoint.Kind.STEP && checkpoint.step().equals(step))
          .filter(checkpoint -> !isDamaged(checkpoint))
          .findFirst();
    }
  }

  /** Gives them as soon as they are known. */
  void load(Consumer<Found> then) {
    background.execute(() -> {
      Found found = new Found(lab.checkpoints(), lab.damagedCheckpoints());
      fx.execute(() -> then.accept(found));
    });
  }

  /** Gives the folders that were moved out of the way, as soon as they are known. */
  void loadMoved(Consumer<List<MovedFolder>> then) {
    background.execute(() -> {
      List<MovedFolder> moved = lab.movedFolders();
      fx.execute(() -> then.accept(moved));
    });
  }

  /** A step's title; the name itself if the lab has no such step any more. */
  String titleOf(String step) {
    return lab.lab().titleOf(step);
  }
}
