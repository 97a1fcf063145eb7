package replicationlab.postgres.config;

import java.util.Arrays;
import java.util.List;

/** The settings files that a data directory can have. */
public enum ConfigKind {
  POSTGRESQL("postgresql.conf", "postgresql.conf.sample", ""),
  HBA("pg_hba.conf", "pg_hba.conf.sample", ""),
  /** Read up to 11 only; since 12 its mere presence keeps the server from starting. */
  RECOVERY("recovery.conf", "recovery.conf.sample", ""),
  IDENT("pg_ident.conf", "pg_ident.conf.sample", ""),
  AUTO(
      "postgresql.auto.conf",
      "",
      "ALTER SYSTEM writes this file, and overwrites what others write into it. Use ALTER SYSTEM"
          + " SET and ALTER SYSTEM RESET instead.");

  /** The last major that reads recovery.conf. */
  public static final int LAST_WITH_RECOVERY_CONF = 11;

  private final String fileName;
  private final String sampleName;
  private final String readOnlyBecause;

  ConfigKind(String fileName, String sampleName, String readOnlyBecause) {
    this.fileName = fileName;
    this.sampleName = sampleName;
    this.readOnlyBecause = readOnlyBecause;
  }

  /** The file's name in a data directory. */
  public String fileName() {
    return fileName;
  }

  /** The sample's name in the installation's share folder; empty if there is none. */
  public String sampleName() {
    return sampleName;
  }

  /** Why nobody should edit it by hand, as a sentence; empty if everybody may. */
  public String readOnlyBecause() {
    return readOnlyBecause;
  }

  /** Whether its lines are {@code name = value}. */
  public boolean holdsSettings() {
    return this == POSTGRESQL || this == AUTO || this == RECOVERY;
  }

  /** Which there are on a major; 9 stands for 9.6. */
  public static List<ConfigKind> of(int major) {
    return Arrays.stream(values())
        .filter(kind -> kind != RECOVERY || major <= LAST_WITH_RECOVERY_CONF)
        .toList();
  }

  /** The kind of a file by its name; a file that postgresql.conf includes counts as such. */
  public static ConfigKind ofName(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.fileName.equals(name))
        .findFirst()
        .orElse(POSTGRESQL);
  }
}
