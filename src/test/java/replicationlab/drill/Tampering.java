package replicationlab.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.sql.Server;
import replicationlab.postgres.sql.Session;
import replicationlab.postgres.sql.Timeouts;
import replicationlab.run.Stage;
import replicationlab.run.TestLab;

/** What a person can do to a lab's files and servers that no lesson may. */
final class Tampering {

  private Tampering() {}

  static Path recoverySettings(TestLab lab) {
    return lab.standby().data().resolve(lab.run.major() < 12 ? "recovery.conf" : "postgresql.conf");
  }

  static String conninfo(String value) {
    return "primary_conninfo = " + value;
  }

  /** Starts the standby anew with one more setting, whatever comes of it. */
  static void start(TestLab lab, Path file, String setting) throws IOException {
    lab.stop(lab.standby());
    String line = setting.replace("port=5432", "port=" + lab.primary().port());
    Files.writeString(file, "\n" + line + "\n", StandardOpenOption.APPEND);
    lab.start(lab.standby());
  }

  static Path copyInBackup(TestLab lab) throws IOException {
    Path data2 = lab.standby().data();
    String fresh = lab.run.major() < 15 ? "pg_start_backup" : "pg_backup_start";
    try (Session session = Session.open(Server.local(lab.primary().port()), Timeouts.PATIENT)) {
      session.query("SELECT " + fresh + "('test', true)");
      Stage.run("cp", "-a", lab.primary().data().toString(), data2.toString());
      Path label = data2.resolve("backup_label");
      if (lab.run.major() < 15) {
        session.query("SELECT pg_stop_backup()");
      } else {
        Files.writeString(
            label, String.valueOf(session.query("SELECT labelfile FROM pg_backup_stop()").first()));
      }
      return label;
    }
  }

  static Connection asStandby(Cluster primary) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", "postgres");
    properties.setProperty("replication", "true");
    properties.setProperty("preferQueryMode", "simple");
    properties.setProperty("assumeMinServerVersion", "9.6");
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + primary.port() + "/postgres", properties);
  }
}
