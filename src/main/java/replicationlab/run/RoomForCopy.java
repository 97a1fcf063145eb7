package replicationlab.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import replicationlab.policy.CommandWords;
import replicationlab.postgres.cluster.DataDirectory;

/**
 * Lets a step be done again. {@code cp -R} into a folder that exists would put the copy inside it,
 * and {@code initdb} refuses one: so what is in the way is moved to {@code kept/}, never deleted,
 * and never from under a running server.
 */
final class RoomForCopy {

  private final Workbench bench;
  private final Consumer<String> note;

  RoomForCopy(Workbench bench, Consumer<String> note) {
    this.bench = bench;
    this.note = note;
  }

  /**
   * @throws IllegalStateException if a running server is in the way
   */
  void make(CommandWords words) {
    switch (words.program()) {
      case "cp" -> {
        if (words.arguments().stream().anyMatch(List.of("-R", "-r", "-a")::contains)) {
          clear(words.arguments().getLast());
        }
      }
      case "initdb" -> clear(words.valueOf("-D"));
      case "rm" -> words.arguments().forEach(this::requireNobodyServes);
      default -> {
        // Nothing can be in the way of the others.
      }
    }
  }

  private void clear(String name) {
    Path target = bench.workspace().folder().resolve(name).normalize();
    if (name.isEmpty() || !Files.isDirectory(target)) {
      return;
    }
    if (new DataDirectory(target).server().isPresent()) {
      throw new IllegalStateException(
          "A server runs on "
              + name
              + ", so it is not replaced; stop it first (pg_ctl -D "
              + name
              + " stop).");
    }
    Path kept = bench.workspace().setAside(target);
    note.accept(
        name
            + " was there already; it was moved to "
            + bench.workspace().folder().relativize(kept)
            + ".");
  }

  private void requireNobodyServes(String name) {
    Path file = bench.workspace().folder().resolve(name).normalize();
    boolean pidFile = file.endsWith("postmaster.pid");
    if (pidFile && new DataDirectory(file.resolveSibling("")).server().isPresent()) {
      throw new IllegalStateException(
          name
              + " belongs to a server that runs now, so it stays; removing it would let a second"
              + " server start on the same files.");
    }
  }
}
