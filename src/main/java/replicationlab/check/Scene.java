package replicationlab.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import replicationlab.postgres.config.SettingLine;

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

  /** Two clusters with identifiers of their own; a file that cannot be read tells nothing. */
  boolean areStrangers() {
    return primary.data().systemIdentifier().isPresent()
        && standby.data().systemIdentifier().isPresent()
        && !isCopy();
  }

  /** A text from one of the lab's files, with the course's ports as in a lesson. */
  String inCourseWords(String text) {
    // By way of a mark, because a lab's primary may well have the course's standby's port.
    return text.replaceAll("(?<!\\d)" + system.primary().port() + "(?!\\d)", "\u0001")
        .replaceAll("(?<!\\d)" + system.standby().port() + "(?!\\d)", "5433")
        .replace("\u0001", "5432");
  }

  /** A setting of the standby's that moved from recovery.conf to postgresql.conf in 12. */
  Optional<String> recoverySetting(String name) {
    return hasRecoveryConf()
        ? recoveryConf().last(name).map(SettingLine::value)
        : standby.setting(name).filter(value -> !value.isEmpty());
  }

  ConfigFiles recoveryConf() {
    return ConfigFiles.single(system.standby().data().resolve("recovery.conf"));
  }

  /** Where such a setting is to be changed, relative to the workspace. */
  String recoveryFile(String name) {
    return hasRecoveryConf() ? "data2/recovery.conf" : standby.files().fileFor(name);
  }

  /** Sets it there. */
  Mend setRecovery(String name, String value) {
    return hasRecoveryConf()
        ? new Mend().settings(recoveryFile(name), name + " = " + value)
        : standby.set(name, value);
  }

  boolean copyHasLabel() {
    return standby.has("backup_label");
  }

  /** A cluster inside the standby's directory, such as "data2/data". */
  Optional<String> nested() {
    try (Stream<Path> children = Files.list(system.standby().data())) {
      return children
          .filter(child -> Files.exists(child.resolve("PG_VERSION")))
          .filter(child -> Files.exists(child.resolve("global/pg_control")))
          .map(child -> standby.folder() + "/" + child.getFileName())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
