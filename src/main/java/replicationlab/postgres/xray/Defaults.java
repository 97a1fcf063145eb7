package replicationlab.postgres.xray;

/** What holds when no file says anything. */
final class Defaults {

  private Defaults() {}

  /** The built-in default of one of the settings that replication depends on; 9 is 9.6. */
  static String of(String name, int major) {
    return switch (name) {
      case "wal_level" -> major < 10 ? "minimal" : "replica";
      case "max_wal_senders" -> major < 10 ? "0" : "10";
      case "hot_standby" -> major < 10 ? "off" : "on";
      case "max_connections" -> "100";
      case "max_worker_processes" -> "8";
      case "max_prepared_transactions" -> "0";
      case "max_locks_per_transaction" -> "64";
      case "port" -> "5432";
      default -> "";
    };
  }
}
