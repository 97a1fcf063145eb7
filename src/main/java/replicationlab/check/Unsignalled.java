package replicationlab.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import replicationlab.postgres.cluster.ControlFile;
import replicationlab.postgres.cluster.PidFile;
import replicationlab.postgres.config.ParameterValue;

/** A copy that is no standby, because nothing told it to be one, or because it was told to stop. */
final class Unsignalled {

  private final Scene scene;

  Unsignalled(Scene scene) {
    this.scene = scene;
  }

  /** What keeps a stopped copy from being a standby when it starts. */
  Optional<Explanation> stopped() {
    return Diagnosis.first(
        this::misplaced,
        this::promoted,
        this::ranAlone,
        this::recoverySignal,
        this::noSignal,
        this::modeOff);
  }

  /** Why a running copy is not in recovery. */
  Explanation running() {
    return Diagnosis.first(
            () -> new PortMix(scene).swapped(),
            () -> stranger(scene.standby),
            () -> new BrokenFiles(scene, scene.standby).notACopy(),
            this::misplaced,
            this::promoted)
        .orElseGet(this::secondPrimary);
  }

  /** Why the primary is in recovery. */
  Explanation primaryRecovers() {
    return Diagnosis.first(
            () -> new PortMix(scene).swapped(), () -> stranger(scene.primary), this::misplaced)
        .orElseGet(() ->
            new Explanation(
                "primary-in-recovery",
                "The server on the primary's port is itself a standby.",
                new Mend()
                    .restart("data")
                    .as("Nothing in data makes it one any more, so restart it.")));
  }

  static Optional<Explanation> stranger(Side side) {
    int port = side.data().server().map(PidFile::port).orElse(0);
    return Diagnosis.when(
        port != side.cluster().port(),
        () ->
            new Explanation(
                "port-taken",
                "A server answers on port "
                    + side.cluster().port()
                    + ", but it is not the one of "
                    + side.folder()
                    + ".",
                new Mend()
                    .start(side.folder())
                    .as(
                        "Stop that server, which is not the lab's, or give the lab other ports;"
                            + " then start the "
                            + side.name()
                            + ".")));
  }

  Optional<Explanation> misplaced() {
    String file = "data/" + scene.signal();
    if (!scene.primary.has(scene.signal())) {
      return Optional.empty();
    }
    Mend mend = new Mend();
    if (scene.hasRecoveryConf()) {
      mend.run("cp -p " + file + " " + file + ".old");
    }
    mend.run("rm " + file);
    // Up to 9.6 it is not hot by default, and so says nothing.
    boolean recovers =
        scene.primary.data().server().isPresent()
            && scene.primary.ask("SELECT pg_is_in_recovery()").filter("f"::equals).isEmpty();
    if (recovers) {
      mend.restart("data");
    }
    boolean standby = scene.standby.has(scene.signal());
    if (!standby && scene.copyHasLabel() && scene.standby.data().server().isEmpty()) {
      FreshCopy.complete(scene, mend);
      mend.start("data2");
    } else if (!standby) {
      mend.also(FreshCopy.of(scene));
    }
    return Optional.of(
        new Explanation(
            "signal-in-primary",
            file + " makes the primary a standby when it starts next; it belongs into data2.",
            mend.as("Take it out of data, and let there be one in data2.")));
  }

  private Optional<Explanation> promoted() {
    return Diagnosis.when(
        wasPromoted(),
        () ->
            new Explanation(
                "standby-promoted",
                "The standby has been promoted: it is a primary now, with a timeline of its own,"
                    + " and does not follow any more.",
                FreshCopy.of(scene).as("Make it anew from a fresh copy of the primary.")));
  }

  private boolean wasPromoted() {
    if (scene.standby.has("recovery.done")) {
      return true;
    }
    List<String> known = histories(scene.system.primary().data());
    return histories(scene.system.standby().data()).stream()
        .anyMatch(name -> !known.contains(name));
  }

  private List<String> histories(Path data) {
    try (Stream<Path> files = Files.list(data.resolve(scene.walFolder()))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".history"))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private Optional<Explanation> ranAlone() {
    return Diagnosis.when(
        !scene.standby.has(scene.signal())
            && scene.standby.has("backup_label.old")
            && ControlFile.read(scene.system.standby().data())
                .filter(ControlFile::isPrimarys)
                .isPresent(),
        this::secondPrimary);
  }

  private Explanation secondPrimary() {
    String signal = scene.signal();
    boolean late = scene.standby.has(signal);
    return new Explanation(
        late ? "signal-too-late" : "second-primary",
        "The copy runs as a second primary: it was started "
            + (late ? "before " + signal + " was there" : "without " + signal)
            + ". The same rows are in both only because it is a copy, and it has written WAL of its"
            + " own.",
        FreshCopy.of(scene).as("Copy again, and let " + signal + " be there before it starts."));
  }

  private Optional<Explanation> recoverySignal() {
    return Diagnosis.when(
        !scene.hasRecoveryConf()
            && scene.standby.has("recovery.signal")
            && !scene.standby.has("standby.signal"),
        () -> {
          Mend mend = new Mend().run("rm data2/recovery.signal");
          FreshCopy.complete(scene, mend);
          return new Explanation(
              "recovery-signal",
              "recovery.signal asks for recovery from an archive, with a primary at its end; a"
                  + " standby has standby.signal.",
              mend.start("data2").as("Put standby.signal in its place and start the standby."));
        });
  }

  private Optional<Explanation> noSignal() {
    if (scene.standby.has(scene.signal())) {
      return Optional.empty();
    }
    Mend mend = new Mend();
    FreshCopy.complete(scene, mend);
    return Optional.of(
        new Explanation(
            "no-signal",
            "There is no " + scene.signal() + " in data2, so it would not start as a standby.",
            mend.start("data2").as("Make it, and start the standby.")));
  }

  private Optional<Explanation> modeOff() {
    boolean off =
        scene.hasRecoveryConf()
            && !ParameterValue.isOn(scene.recoverySetting("standby_mode").orElse("off"));
    boolean connects = scene.recoverySetting("primary_conninfo").isPresent();
    return Diagnosis.when(
        off,
        () ->
            new Explanation(
                "standby-mode-off",
                "standby_mode is not on in data2/recovery.conf, so the server would recover from an"
                    + " archive and then be a primary.",
                new Mend()
                    .settings(
                        "data2/recovery.conf",
                        "standby_mode = 'on'" + (connects ? "" : "\n" + FreshCopy.CONNINFO))
                    .bring(scene.standby)
                    .as("Turn it on and start the standby.")));
  }
}
