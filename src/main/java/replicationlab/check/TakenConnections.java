package replicationlab.check;

import java.util.Optional;
import java.util.regex.Pattern;
import replicationlab.postgres.sql.CannotConnect;

/** A server that runs, and has no connection left for the checker. */
final class TakenConnections {

  /** A limit of the role or of the database, which its own words tell. */
  private static final Pattern OTHER_LIMIT = Pattern.compile("connections for (role|database) ");

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
                more()
                    .as(
                        "Close sessions that nobody needs and check again; or raise max_connections"
                            + " and restart, which ends every session.")));
  }

  /**
   * A standby may not have less than the primary, so it comes first. One that does not run is left
   * so: it may be a copy that nobody has made a standby yet.
   */
  private Mend more() {
    String more = String.valueOf(more(side.filed("max_connections").orElse("")));
    Mend mend = new Mend();
    if (scene.standby.data().holdsCluster()) {
      mend.also(scene.standby.set("max_connections", more));
    }
    if (scene.standby.data().server().isPresent()) {
      mend.restart(scene.standby.folder());
    }
    return side.isStandby()
        ? mend
        : mend.also(scene.primary.set("max_connections", more)).restart(side.folder());
  }

  private static int more(String has) {
    int now = has.matches("\\d{1,6}") ? Integer.parseInt(has) : 0;
    return now < USUAL ? USUAL : 2 * now;
  }
}
