package replicationlab.postgres.install;

import java.util.Locale;

/** PostgreSQL's programs that the labs know. */
public enum Program {
  INITDB,
  PG_CTL,
  POSTGRES,
  PSQL,
  PG_BASEBACKUP,
  PG_REWIND,
  PG_CONTROLDATA;

  /** The name as typed: "pg_ctl". */
  public String command() {
    return name().toLowerCase(Locale.ROOT);
  }
}
