package replicationlab.policy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which parameters a lesson may set, in postgresql.conf, recovery.conf, ALTER SYSTEM, SET or on a
 * server's command line. What names programs, libraries or files is left out or looked at.
 */
final class SettingRules {

  private static final Pattern LINE =
      Pattern.compile(
          "([A-Za-z_][A-Za-z0-9_]*)\\s*=?\\s*(?:'((?:[^'\\\\]|'')*)'|([A-Za-z0-9_.:+-]+))\\s*(?:#.*)?");

  /** Families of which no member, in 9.6 to 18, holds a path, a command or a library. */
  private static final Pattern FAMILIES =
      Pattern.compile(
          "(autovacuum|bgwriter|checkpoint|commit|constraint|cpu|deadlock|effective|enable|geqo"
              + "|hot_standby|idle|jit_.*_above|lc|lock|log_(autovacuum|checkpoints|connections"
              + "|disconnections|duration|error_verbosity|hostname|line_prefix|lock|min|recovery"
              + "|replication|rotation|startup|statement|temp|timezone|truncate)|logical|maintenance"
              + "|max|min|old_snapshot|parallel|recovery_(target|min_apply_delay|init_sync|prefetch)"
              + "|replacement|seq_page|random_page|stats_fetch|statement|summarize|synchronous|tcp|track"
              + "|transaction|vacuum|wal|work|superuser_reserved|reserved|temp_buffers|hash_mem"
              + "|default_(statistics|transaction|toast)|gin)(_[a-z_]+)?");

  private static final Set<String> NAMES =
      Set.of(
          "archive_mode",
          "archive_timeout",
          "application_name",
          "authentication_timeout",
          "backend_flush_after",
          "bytea_output",
          "client_connection_check_interval",
          "client_min_messages",
          "cluster_name",
          "data_checksums",
          "datestyle",
          "escape_string_warning",
          "extra_float_digits",
          "from_collapse_limit",
          "fsync",
          "full_page_writes",
          "huge_pages",
          "intervalstyle",
          "io_combine_limit",
          "io_method",
          "io_workers",
          "join_collapse_limit",
          "jit",
          "logging_collector",
          "notify_buffers",
          "password_encryption",
          "plan_cache_mode",
          "primary_slot_name",
          "restart_after_crash",
          "row_security",
          "shared_buffers",
          "standby_mode",
          "subtransaction_buffers",
          "sync_replication_slots",
          "synchronized_standby_slots",
          "synchronize_seqscans",
          "timezone",
          "update_process_title",
          "db_user_namespace",
          "dynamic_shared_memory_type",
          "shared_memory_type",
          "wal_keep_segments");

  private final WorkspacePaths paths;
  private final ConninfoRules conninfo;

  SettingRules(WorkspacePaths paths, ConninfoRules conninfo) {
    this.paths = paths;
    this.conninfo = conninfo;
  }

  /**
   * The lines of a settings file that stands in {@code folder}.
   *
   * @throws RefusedException for a parameter that no lesson sets, or a value that leads out
   */
  void requireLines(String lines, Path folder) {
    lines
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(line -> {
          Matcher matcher = LINE.matcher(line);
          if (!matcher.matches()) {
            throw new RefusedException("'" + line + "' is not of the form name = value.");
          }
          String quoted = matcher.group(2);
          String value = quoted == null ? matcher.group(3) : quoted.replace("''", "'");
          require(matcher.group(1), value, folder);
        });
  }

  /** One parameter of the server whose data directory is {@code folder}. */
  void require(String parameter, String value, Path folder) {
    String name = parameter.toLowerCase(java.util.Locale.ROOT);
    if (ArchiveCommands.isOne(name)) {
      ArchiveCommands.require(name, value, folder, paths);
      return;
    }
    switch (name) {
      case "listen_addresses" -> list(value).forEach(this::listens);
      case "port" -> conninfo.port(value);
      case "unix_socket_directories", "unix_socket_directory" ->
          list(value).forEach(each -> paths.written(folder, each));
      case "primary_conninfo" -> conninfo.require(value);
      // A server removes the trigger that it finds.
      case "log_directory", "trigger_file", "promote_trigger_file" -> paths.written(folder, value);
      case "log_filename" -> form(name, value, "[A-Za-z0-9_%-]+\\.(log|csv|json)");
      case "log_destination" -> form(name, value, "((stderr|csvlog|jsonlog),? ?)+");
      case "include", "include_if_exists" -> {
        form(name, value, ".+\\.conf");
        paths.inside(folder, value);
      }
      case "include_dir" -> paths.inside(folder, value);
      case "shared_preload_libraries" -> form(name, value, "|pg_stat_statements|auto_explain");
      default -> {
        if (!NAMES.contains(name) && !FAMILIES.matcher(name).matches()) {
          throw new RefusedException(
              "A lesson may not set '%s', because it names files, programs or libraries, or weakens the server's protection; it may set what concerns WAL, replication, connections, memory, planning and logging."
                  .formatted(parameter));
        }
      }
    }
  }

  /** The server takes each in double quotes too. */
  private void listens(String item) {
    String address = item.replaceFirst("^\"(.*)\"$", "$1");
    if (!Loopback.isHost(address)) {
      throw new RefusedException(
          "listen_addresses = '%s' would open the server to other machines; a lesson's servers listen on 127.0.0.1 or localhost."
              .formatted(address));
    }
  }

  private static void form(String name, String value, String pattern) {
    if (!value.matches(pattern)) {
      throw new RefusedException(
          "%s = '%s' is not allowed in a lesson; it must be of the form %s."
              .formatted(name, value, pattern));
    }
  }

  private static List<String> list(String value) {
    Stream<String> items = Arrays.stream(value.split(",", -1)).map(String::strip);
    return items.filter(item -> !item.isEmpty()).toList();
  }
}
