package replicationlab.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import replicationlab.postgres.cluster.ControlFile;
import replicationlab.postgres.sql.CannotConnect;

/** A server that runs, and has no connection left for the checker. */
final class TakenConnections {

  /** A limit of the role or of the database, which its own words tell. */
  private static final Pattern OTHER_LIMIT = Pattern.compile("connections for (role|database) ");

  private static final String NAME = "max_connections";

  /** What a server has by itself. */
  private static final int USUAL = 100;

  private final Scene scene;
  private final Side side;

  TakenConnections(Scene scene, Side side) {
    this.scene = scene;
    this.side = side;
  }

  Optional<Explanation> find(Asking.Answer answer) {
    CannotConnect refused = answer.unreachable();
    return Diagnosis.when(
        refused != null
            && refused.reason() == CannotConnect.Reason.TOO_MANY
            && !OTHER_LIMIT.matcher(answer.raw()).find(),
        () ->
            new Explanation(
                "connections-taken",
                "The "
                    + side.name()
                    + " runs, but all its connections are taken (max_connections), so the checker"
                    + " could not ask it anything.",
                isRaised()
                    ? more(filed(side))
                        .as(
                            "max_connections is "
                                + filed(side)
                                + " in the file already, which counts after a restart: restart,"
                                + " which ends every session; or close sessions that nobody needs"
                                + " and check again.")
                    : more(filed(side) < USUAL ? USUAL : 2 * filed(side))
                        .as(
                            "Close sessions that nobody needs and check again; or raise"
                                + " max_connections and restart, which ends every session.")));
  }

  /**
   * Whether only a restart is missing. A primary notes at each start what it uses; a standby notes
   * what its primary uses, so there it is raised if somebody has written the file since.
   */
  private boolean isRaised() {
    return filed(side)
            > ControlFile.read(side.cluster().data())
                .map(ControlFile::maxConnections)
                .orElse(Integer.MAX_VALUE)
        && (!side.isStandby() || isWrittenSinceStart());
  }

  private boolean isWrittenSinceStart() {
    Optional<Instant> started =
        side.data()
            .server()
            .flatMap(server -> ProcessHandle.of(server.pid()))
            .flatMap(process -> process.info().startInstant());
    Optional<Instant> written = side.files().last(NAME).flatMap(line -> changed(line.file()));
    return started.isPresent() && written.filter(started.get()::isBefore).isPresent();
  }

  private static Optional<Instant> changed(Path file) {
    try {
      return Optional.of(Files.getLastModifiedTime(file).toInstant());
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /**
   * A standby may not have less than the primary, so it comes first. One that does not run is left
   * so: it may be a copy that nobody has made a standby yet.
   */
  private Mend more(int wanted) {
    Mend mend = new Mend();
    if (scene.standby.data().holdsCluster()) {
      raise(scene.standby, wanted, mend);
    }
    if (scene.standby.data().server().isPresent()) {
      mend.restart(scene.standby.folder());
    }
    if (!side.isStandby()) {
      raise(scene.primary, wanted, mend);
      mend.restart(side.folder());
    }
    return mend;
  }

  private static void raise(Side side, int wanted, Mend mend) {
    if (filed(side) < wanted) {
      mend.also(side.set(NAME, String.valueOf(wanted)));
    }
  }

  /** What it would use if it started now; 0 if it does not tell. */
  private static int filed(Side side) {
    String value = side.filed(NAME).orElse("");
    return value.matches("\\d{1,6}") ? Integer.parseInt(value) : 0;
  }
}
