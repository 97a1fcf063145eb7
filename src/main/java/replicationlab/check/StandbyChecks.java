package replicationlab.check;

import java.util.List;
import java.util.Optional;
import replicationlab.postgres.cluster.DataDirectory;
import replicationlab.postgres.config.ParameterValue;

/** The check of what makes a copy a standby. */
final class StandbyChecks {

  private static final String CONNINFO = "primary_conninfo";

  private StandbyChecks() {}

  /** {@code standby-configured}: it will come up as a standby, and of this primary. */
  static CheckResult configured(LabSystem system, Asking asking, List<String> arguments) {
    Finding finding = Finding.of("standby-configured", "Will data2 start as a standby?");
    if (!new DataDirectory(system.standby().data()).holdsCluster()) {
      return finding
          .answered("not there")
          .failed("There is no copy in data2 yet.", "Do the earlier steps first.");
    }
    Scene scene = new Scene(system, asking);
    Finding all = scene.hasRecoveryConf() ? recoveryConf(finding, scene) : signal(finding, scene);
    return Diagnosis.first(
            () -> recoveryConfUnsupported(scene),
            () -> noSignal(scene),
            () -> modeOff(scene),
            () -> noConninfo(scene))
        .map(why -> all.failed(why, system))
        .orElseGet(all::passed);
  }

  private static Finding signal(Finding finding, Scene scene) {
    SettingChecks.Setting conninfo =
        SettingChecks.read(scene.system, scene.standby.asking(), scene.system.standby(), CONNINFO);
    return finding
        .asked("data2/standby.signal")
        .asked(conninfo.asked())
        .answered(
            scene.standby.has("standby.signal") ? "standby.signal is there" : "no standby.signal")
        .answered(CONNINFO + " = " + conninfo.value() + conninfo.words());
  }

  private static Finding recoveryConf(Finding finding, Scene scene) {
    String lines =
        String.join(
            "\n", scene.recoveryConf().lines().stream().map(line -> line.text().strip()).toList());
    return finding
        .asked("data2/recovery.conf")
        .answered(scene.standby.has("recovery.conf") ? lines : "not there");
  }

  private static Optional<Explanation> recoveryConfUnsupported(Scene scene) {
    return Diagnosis.when(
        !scene.hasRecoveryConf() && scene.standby.has("recovery.conf"),
        () ->
            new Explanation(
                "recovery-conf-unsupported",
                "Since PostgreSQL 12 a recovery.conf keeps the server from starting.",
                new Mend().run("rm data2/recovery.conf").as("Remove it.")));
  }

  private static Optional<Explanation> noSignal(Scene scene) {
    Mend mend = new Mend();
    FreshCopy.complete(scene, mend);
    return Diagnosis.when(
        !scene.standby.has(scene.signal()),
        () ->
            new Explanation(
                "no-signal",
                "Without " + scene.signal() + " the copy starts as a second primary.",
                mend.as(
                    "Make it"
                        + (scene.hasRecoveryConf() ? " from the sample" : "")
                        + ", and let primary_conninfo lead to the primary.")));
  }

  private static Optional<Explanation> modeOff(Scene scene) {
    return Diagnosis.when(
        scene.hasRecoveryConf()
            && !ParameterValue.isOn(scene.recoverySetting("standby_mode").orElse("off")),
        () ->
            new Explanation(
                "standby-mode-off",
                "standby_mode is not on, so the server would recover and then be a primary.",
                new Mend()
                    .settings("data2/recovery.conf", "standby_mode = 'on'")
                    .as("Turn it on.")));
  }

  private static Optional<Explanation> noConninfo(Scene scene) {
    return Diagnosis.when(
        scene.recoverySetting(CONNINFO).filter(value -> !value.isBlank()).isEmpty(),
        () ->
            new Explanation(
                "conninfo-missing",
                "primary_conninfo is not set, so the standby does not know its primary.",
                conninfo(scene)
                    .as(
                        "Let it lead to the primary"
                            + (runs(scene) ? ", and restart the standby." : "."))));
  }

  private static Mend conninfo(Scene scene) {
    Mend mend = scene.setRecovery(CONNINFO, FreshCopy.CONNINFO_VALUE);
    return runs(scene) ? mend.restart("data2") : mend;
  }

  private static boolean runs(Scene scene) {
    return scene.standby.data().server().isPresent();
  }
}
