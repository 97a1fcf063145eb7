package replicationlab.postgres.config;

import java.util.Set;

/**
 * Parameters that the server takes from a file although neither {@code --describe-config} nor
 * pg_settings lists them on every major (manual, "Developer Options" and "Version and Platform
 * Compatibility").
 */
final class DeveloperOptions {

  private static final Set<String> NAMES =
      Set.of(
          "config_file",
          "data_directory",
          "hba_file",
          "ident_file",
          "external_pid_file",
          "custom_variable_classes",
          "default_with_oids",
          "escape_string_warning",
          "standard_conforming_strings",
          "session_authorization",
          "role",
          "seed",
          "is_superuser",
          "lc_collate",
          "lc_ctype",
          "server_encoding",
          "transaction_isolation",
          "transaction_read_only",
          "transaction_deferrable");

  private DeveloperOptions() {}

  static boolean has(String name) {
    return NAMES.contains(name);
  }
}
