package replicationlab.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import replicationlab.postgres.config.HbaFile;

/** A data directory that a server would not start on, whatever its settings say. */
final class BrokenFiles {

  private final Scene scene;
  private final Side side;

  BrokenFiles(Scene scene, Side side) {
    this.scene = scene;
    this.side = side;
  }

  Optional<Explanation> find() {
    return Diagnosis.first(
        this::copiedPid,
        this::readableByOthers,
        this::notACopy,
        this::incomplete,
        () -> side.isStandby() ? new FaultyBackup(scene).labelBroken() : Optional.empty(),
        this::hba);
  }

  private Optional<Explanation> copiedPid() {
    return Diagnosis.when(
        side.data().pidFile().filter(pid -> !pid.belongsTo(side.cluster().data())).isPresent(),
        () ->
            new Explanation(
                "copied-pid-file",
                "postmaster.pid in "
                    + side.folder()
                    + " was copied from the primary and names its"
                    + " process, so the server believes that it runs already.",
                new Mend()
                    .run("rm " + side.folder() + "/postmaster.pid")
                    .start(side.folder())
                    .as("Remove the copied file and start the server.")));
  }

  private Optional<Explanation> readableByOthers() {
    return Diagnosis.when(
        isReadableByOthers(),
        () ->
            new Explanation(
                "readable-by-others",
                "Others than its owner may go into "
                    + side.folder()
                    + ", which PostgreSQL refuses.",
                new Mend()
                    .mode("700", side.folder())
                    .start(side.folder())
                    .as("Shut the directory to others and start the server.")));
  }

  private boolean isReadableByOthers() {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(side.cluster().data());
      // Since 11 the group may read, but not write.
      Set<PosixFilePermission> bad =
          scene.major() >= 11
              ? Set.of(
                  PosixFilePermission.GROUP_WRITE,
                  PosixFilePermission.OTHERS_READ,
                  PosixFilePermission.OTHERS_WRITE,
                  PosixFilePermission.OTHERS_EXECUTE)
              : Set.of(
                  PosixFilePermission.GROUP_READ,
                  PosixFilePermission.GROUP_WRITE,
                  PosixFilePermission.GROUP_EXECUTE,
                  PosixFilePermission.OTHERS_READ,
                  PosixFilePermission.OTHERS_WRITE,
                  PosixFilePermission.OTHERS_EXECUTE);
      return permissions.stream().anyMatch(bad::contains);
    } catch (IOException | UnsupportedOperationException e) {
      return false; // no such modes here
    }
  }

  Optional<Explanation> notACopy() {
    return Diagnosis.when(
        side.isStandby() && scene.areStrangers(),
        () ->
            new Explanation(
                "not-a-copy",
                "data2 is a cluster of its own and not a copy of the primary: the two were"
                    + " initialised separately, and their system identifiers differ.",
                FreshCopy.of(scene).as("Copy the primary's data directory into data2.")));
  }

  private Optional<Explanation> incomplete() {
    List<String> missing = side.isStandby() ? missing() : List.of();
    return Diagnosis.when(
        !missing.isEmpty(),
        () ->
            new Explanation(
                "copy-incomplete",
                "data2 is only a part of a copy; it lacks " + String.join(", ", missing) + ".",
                FreshCopy.of(scene).as("Copy the whole data directory again.")));
  }

  private List<String> missing() {
    try (Stream<Path> children = Files.list(scene.system.primary().data())) {
      return children
          .filter(Files::isDirectory)
          .map(child -> child.getFileName().toString())
          .filter(name -> name.startsWith("pg_") || name.equals("base") || name.equals("global"))
          .filter(name -> !name.equals("pg_log"))
          .filter(name -> !side.has(name))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** A line for which the server would not load pg_hba.conf, and so not start. */
  Optional<Explanation> hba() {
    try {
      return HbaFile.read(side.hbaFile(), scene.major()).refused().stream()
          .findFirst()
          .map(rule -> {
            String file = side.hbaName();
            Mend mend = new Mend().commentOut(file, rule.text());
            if (!side.isStandby() || rule.text().contains("replication")) {
              mend.hba(file, "host  replication  all  127.0.0.1/32  trust");
            }
            boolean live = side.data().server().isPresent();
            return new Explanation(
                "hba-mistyped",
                "The server does not load "
                    + file
                    + " because of a line in it: "
                    + rule.text().strip()
                    + "\n"
                    + rule.problem(),
                (live ? mend.reload(side.folder()) : mend.start(side.folder()))
                    .as("Correct the line, and " + (live ? "reload" : "start") + " the server."));
          });
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
