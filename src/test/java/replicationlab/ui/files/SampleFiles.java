package replicationlab.ui.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import replicationlab.postgres.cluster.Cluster;
import replicationlab.postgres.cluster.ClusterPair;
import replicationlab.postgres.cluster.ServerControl;
import replicationlab.postgres.config.Parameter;
import replicationlab.postgres.config.Parameters;
import replicationlab.postgres.install.Installation;
import replicationlab.postgres.install.Unprivileged;
import replicationlab.postgres.install.Version;
import replicationlab.process.CommandRunner;

/** Two data directories with settings files, and no server. */
final class SampleFiles {

  static final String SAMPLE =
      """
      # -----------------------------
      # PostgreSQL configuration file
      # -----------------------------

      #listen_addresses = 'localhost'		# what IP address(es) to listen on;
      #port = 5432				# (change requires restart)
      #max_connections = 100			# (change requires restart)
      #shared_buffers = 128MB			# min 128kB

      #------------------------------------------------------------------------------
      # WRITE-AHEAD LOG
      #------------------------------------------------------------------------------

      #wal_level = replica			# minimal, replica, or logical
      #fsync = on				# flush data to disk for crash safety
      #max_wal_senders = 10		# max number of walsender processes
      #wal_keep_size = 0		# in megabytes; 0 disables
      #hot_standby = on			# "off" disallows queries during recovery
      """;

  static final String EDITED =
      SAMPLE
          .replace("#port = 5432", "port = 5432")
          .replace("#max_connections = 100", "max_connections = 100")
          .replace("#wal_level = replica", "wal_level = hot_standby")
          .replace("#wal_keep_size = 0", "wal_keep_size = 800MB")
          .replace("#max_wal_senders = 10		#", "max_wal_senders = 1		#");

  static final String HBA =
      """
      # TYPE  DATABASE        USER            ADDRESS                 METHOD

      # "local" is for Unix domain socket connections only
      local   all             all                                     trust
      # IPv4 local connections:
      host    all             all             127.0.0.1/32            trust
      host  replication  all  127.0.0.1/32  trust
      """;

  private SampleFiles() {}

  static FilesLab in(Path folder) throws IOException {
    Path share = Files.createDirectories(folder.resolve("share"));
    Files.writeString(share.resolve("postgresql.conf.sample"), SAMPLE);
    for (String data : List.of("data", "data2")) {
      Files.createDirectories(folder.resolve(data).resolve("global"));
      Files.writeString(folder.resolve(data).resolve("PG_VERSION"), "18\n");
      Files.writeString(folder.resolve(data).resolve("postgresql.conf"), EDITED);
      Files.setPosixFilePermissions(
          folder.resolve(data).resolve("postgresql.conf"),
          PosixFilePermissions.fromString("rw-------"));
      Files.writeString(folder.resolve(data).resolve("pg_hba.conf"), HBA);
      Files.writeString(folder.resolve(data).resolve("postgresql.auto.conf"), "# Do not edit\n");
    }
    Installation installation =
        new Installation(
            folder.resolve("bin"),
            share,
            new Version(18, 6, 0),
            Installation.Origin.NAMED,
            Map.of());
    ClusterPair clusters =
        new ClusterPair(
            installation,
            new Cluster("primary", folder.resolve("data"), 5432, folder.resolve("p.log")),
            new Cluster("standby", folder.resolve("data2"), 5433, folder.resolve("s.log")));
    CommandRunner runner = new CommandRunner();
    return new FilesLab(
        folder,
        clusters,
        new ServerControl(installation, runner, new Unprivileged(runner)),
        SampleFiles::parameters);
  }

  static Parameters parameters() {
    return new Parameters(
        Map.of(
            "wal_level",
            new Parameter(
                "wal_level",
                "Sets the level of information written to the WAL.",
                "",
                "enum",
                List.of("minimal", "replica", "logical"),
                "",
                "replica",
                "postmaster",
                "replica",
                ""),
            "wal_keep_size",
            number(
                "wal_keep_size", "Sets the size of WAL files held for standby servers.", "MB", "0"),
            "max_wal_senders",
            number("max_wal_senders", "Sets the number of WAL sender processes.", "", "10"),
            "max_connections",
            number("max_connections", "Sets the number of concurrent connections.", "", "100"),
            "port",
            number("port", "Sets the TCP port the server listens on.", "", "5432")),
        "a sample");
  }

  private static Parameter number(String name, String words, String unit, String byDefault) {
    String context = unit.isEmpty() ? "postmaster" : "sighup";
    return new Parameter(
        name, words, unit, "integer", List.of(), "0 to 262143", byDefault, context, byDefault, "");
  }
}
