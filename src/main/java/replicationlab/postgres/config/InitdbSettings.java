package replicationlab.postgres.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** What initdb itself sets in postgresql.conf (PostgreSQL's {@code initdb.c}). */
public final class InitdbSettings {

  private static final Set<String> OF_THE_MACHINE =
      Set.of(
          "dynamic_shared_memory_type",
          "log_timezone",
          "timezone",
          "datestyle",
          "lc_messages",
          "lc_monetary",
          "lc_numeric",
          "lc_time",
          "default_text_search_config");

  /** With the values that it writes where the machine allows them. */
  private static final Map<String, String> USUAL =
      Map.of(
          "max_connections", "100",
          "shared_buffers", "128MB",
          "max_wal_size", "1GB",
          "min_wal_size", "80MB",
          "autovacuum_worker_slots", "16");

  private InitdbSettings() {}

  /** Rewritten although they stay comments: the defaults of this machine. */
  private static final Set<String> COMMENTED =
      Set.of(
          "backend_flush_after",
          "bgwriter_flush_after",
          "checkpoint_flush_after",
          "wal_writer_flush_after",
          "effective_io_concurrency",
          "maintenance_io_concurrency",
          "unix_socket_directories",
          "port");

  static boolean wrote(String line) {
    return line.startsWith("#")
        ? SettingLine.in(Path.of("line"), line.substring(1)).stream()
            .anyMatch(shown -> COMMENTED.contains(shown.name()))
        : SettingLine.in(Path.of("line"), line).stream()
            .anyMatch(set -> isUsual(set.name(), set.value()));
  }

  /** Whether initdb sets it so in every new cluster on such a machine. */
  public static boolean isUsual(String name, String value) {
    return OF_THE_MACHINE.contains(name) || value.equals(USUAL.get(name));
  }
}
