package replicationlab.check;

/**
 * The way to a standby from the beginning: backup, copy, end of backup, configuration, start. What
 * is in data2 is moved to {@code kept/} by the lab and not deleted.
 */
final class FreshCopy {

  /** As on the slides; the user is added where the environment may not give it. */
  static final String CONNINFO_VALUE = "'host=localhost port=5432'";

  static final String CONNINFO = "primary_conninfo = " + CONNINFO_VALUE;

  private FreshCopy() {}

  static Mend of(Scene scene) {
    Mend mend = new Mend();
    if (scene.standby.data().server().isPresent()) {
      mend.stop("data2");
    }
    return mend.also(ofStopped(scene));
  }

  /** The same, where the standby has been stopped before. */
  static Mend ofStopped(Scene scene) {
    Mend mend = new Mend();
    if (scene.primary.data().server().isEmpty()) {
      mend.start("data");
    }
    copy(scene, mend);
    mend.run("rm -f data2/postmaster.pid");
    mend.settings(fileOfCopy(scene, "port"), "port = 5433");
    mend.settings(fileOfCopy(scene, "hot_standby"), "hot_standby = on");
    follow(scene, mend);
    return mend.start("data2");
  }

  /** Only the backup and the copy, for a standby that has still to be configured. */
  static Mend copied(Scene scene) {
    Mend mend = new Mend();
    if (scene.primary.data().server().isEmpty()) {
      mend.start("data");
    }
    copy(scene, mend);
    return mend;
  }

  private static void copy(Scene scene, Mend mend) {
    if (scene.major() >= 15) {
      mend.session("SELECT pg_backup_start('testing', true)", "")
          .run("cp -p -R data data2")
          .session("SELECT labelfile FROM pg_backup_stop()", "data2/backup_label");
      return;
    }
    if (scene.primary.ask("SELECT pg_is_in_backup()").filter("t"::equals).isPresent()) {
      mend.sql(5432, "SELECT pg_stop_backup()");
    }
    mend.sql(5432, "SELECT pg_start_backup('testing', true)")
        .run("cp -p -R data data2")
        .sql(5432, "SELECT pg_stop_backup()");
  }

  /**
   * Where a copy is to have a setting: where the primary has it, so that no other file has the last
   * word. A file beside the data directory is the primary's as well.
   */
  private static String fileOfCopy(Scene scene, String name) {
    String file = scene.primary.files().fileFor(name);
    return file.startsWith("data/")
        ? file.replaceFirst("^data/", "data2/")
        : "data2/postgresql.conf";
  }

  /** Makes a fresh copy in data2 a standby of the primary. */
  private static void follow(Scene scene, Mend mend) {
    signal(scene, mend);
    mend.settings(
        scene.hasRecoveryConf() ? "data2/recovery.conf" : fileOfCopy(scene, "primary_conninfo"),
        (scene.hasRecoveryConf() ? "standby_mode = 'on'\n" : "") + CONNINFO);
  }

  /** Makes what is in data2 a standby, and leaves a connection that the person has configured. */
  static void complete(Scene scene, Mend mend) {
    signal(scene, mend);
    if (scene.hasRecoveryConf()) {
      mend.settings("data2/recovery.conf", "standby_mode = 'on'\n" + CONNINFO);
    } else if (scene.standby.filed("primary_conninfo").orElse("").isBlank()) {
      mend.settings(scene.recoveryFile("primary_conninfo"), CONNINFO);
    }
  }

  private static void signal(Scene scene, Mend mend) {
    mend.run(
        scene.hasRecoveryConf()
            ? "cp {share}/recovery.conf.sample data2/recovery.conf"
            : "touch data2/standby.signal");
  }
}
