package replicationlab.check;

import java.util.Optional;
import replicationlab.postgres.cluster.PidFile;

/** The two servers run on each other's ports. */
final class PortMix {

  private final Scene scene;

  PortMix(Scene scene) {
    this.scene = scene;
  }

  Optional<Explanation> swapped() {
    int primary = scene.primary.data().server().map(PidFile::port).orElse(0);
    int standby = scene.standby.data().server().map(PidFile::port).orElse(0);
    Mend mend =
        new Mend()
            .also(scene.primary.set("port", "5432"))
            .also(scene.standby.set("port", "5433"))
            .settings(scene.recoveryFile("primary_conninfo"), FreshCopy.CONNINFO)
            .stop("data2")
            .stop("data")
            .start("data")
            .start("data2");
    return Diagnosis.when(
        primary == scene.system.standby().port() && standby == scene.system.primary().port(),
        () ->
            new Explanation(
                "ports-swapped",
                "The ports are mixed up: data runs on "
                    + primary
                    + " and data2 on "
                    + standby
                    + ".",
                mend.as("Give each its own, and start both again.")));
  }
}
