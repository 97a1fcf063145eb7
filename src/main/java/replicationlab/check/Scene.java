package replicationlab.check;

import java.nio.file.Files;
import java.util.Optional;

/** Both clusters, as a diagnosis looks at them: files first, then what the servers say. */
final class Scene {

  final LabSystem system;
  final Side primary;
  final Side standby;

  Scene(LabSystem system, Asking asking) {
    this.system = system;
    this.primary = new Side(system, asking, system.primary());
    this.standby = new Side(system, asking, system.standby());
  }

  int major() {
    return system.major();
  }

  /** Up to 11 a file with its own settings made a standby, since 12 an empty one does. */
  boolean hasRecoveryConf() {
    return major() < 12;
  }

  String signal() {
    return hasRecoveryConf() ? "recovery.conf" : "standby.signal";
  }

  String walFolder() {
    return major() >= 10 ? "pg_wal" : "pg_xlog";
  }

  boolean isCopy() {
    Optional<String> identifier = primary.data().systemIdentifier();
    return identifier.isPresent() && identifier.equals(standby.data().systemIdentifier());
  }

  /** A setting of the standby's that moved from recovery.conf to postgresql.conf in 12. */
  Optional<String> recoverySetting(String name) {
    return hasRecoveryConf()
        ? recoveryConf().last(name).map(ConfigFiles.Line::value)
        : standby.setting(name).filter(value -> !value.isEmpty());
  }

  ConfigFiles recoveryConf() {
    return ConfigFiles.single(system.standby().data().resolve("recovery.conf"));
  }

  /** Where such a setting is to be changed, relative to the workspace. */
  String recoveryFile(String name) {
    return hasRecoveryConf() ? "data2/recovery.conf" : standby.files().fileFor(name);
  }

  boolean copyHasLabel() {
    return standby.has("backup_label");
  }

  boolean nested() {
    return Files.exists(system.standby().data().resolve("data/PG_VERSION"));
  }
}
