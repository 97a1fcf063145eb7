package replicationlab.check;

import java.util.Optional;
import replicationlab.postgres.cluster.PidFile;
import replicationlab.postgres.config.Conninfo;

/** The two servers run on each other's ports. */
final class PortMix {

  private static final String CONNINFO = "primary_conninfo";

  private final Scene scene;

  PortMix(Scene scene) {
    this.scene = scene;
  }

  Optional<Explanation> swapped() {
    int primary = scene.primary.data().server().map(PidFile::port).orElse(0);
    int standby = scene.standby.data().server().map(PidFile::port).orElse(0);
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
                mend().as("Stop both, give each its own, and start both again.")));
  }

  /** ALTER SYSTEM may have set them, and its file is not to be edited while a server answers. */
  private Mend mend() {
    Mend mend =
        new Mend()
            .stop("data2")
            .stop("data")
            .also(scene.primary.set("port", "5432"))
            .also(scene.standby.set("port", "5433"));
    if (!leadsToPrimary()) {
      mend.settings(scene.recoveryFile(CONNINFO), FreshCopy.CONNINFO);
    }
    return mend.start("data").start("data2");
  }

  /** By the files: who answers on the standby's port is the primary. */
  private boolean leadsToPrimary() {
    if (scene.hasRecoveryConf() && !scene.standby.has(scene.signal())) {
      return true; // A copy that is no standby is not made one by a half of that file.
    }
    ConfigFiles files = scene.hasRecoveryConf() ? scene.recoveryConf() : scene.standby.files();
    return files
        .last(CONNINFO)
        .map(line -> Conninfo.parse(line.value()))
        .filter(conninfo -> conninfo.port() == scene.system.primary().port())
        .isPresent();
  }
}
