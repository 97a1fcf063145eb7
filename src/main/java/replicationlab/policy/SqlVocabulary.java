package replicationlab.policy;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The words that a lesson's statements may begin with, call, or put before a parenthesis. */
final class SqlVocabulary {

  private SqlVocabulary() {}

  /** Statements that only need their functions looked at. */
  static final Set<String> PLAIN_STATEMENTS =
      words(
          """
          select with values table insert update delete truncate show explain checkpoint vacuum
          analyze analyse reindex lock grant revoke comment reset begin start commit end rollback
          abort savepoint release drop
          """);

  /** What may be created; "alter" takes the same. */
  static final Set<String> OBJECTS =
      words(
          """
          table index database schema role user group view sequence publication subscription
          extension tablespace
          """);

  /** Words between CREATE and what is created. */
  static final Set<String> ADJECTIVES = words("temp temporary unlogged unique materialized");

  /** Extensions that read pages and statistics, and no files or programs. */
  static final Set<String> EXTENSIONS =
      words("pg_stat_statements pg_buffercache pgstattuple pg_visibility pg_freespacemap");

  /** Words that are followed by a parenthesis without being called. */
  static final Set<String> BEFORE_PARENTHESES =
      words(
          """
          all and any array as between by cast check copy conflict default distinct else except exists
          explain filter foreign from group having identity in include intersect interval is join
          key lateral like limit not numeric of offset on only or order over partition primary
          range references returning row rows select set similar some storage then union unique
          using vacuum analyze values when where window with within
          bit char character decimal float nchar numeric time timestamp timestamptz varbit varchar
          varying list hash sets cube rollup
          """);

  /** Functions that neither reach files and programs nor run a text as SQL. */
  static final Set<String> FUNCTIONS =
      words(
          """
          abs array_agg array_length avg bool_and bool_or ceil ceiling char_length coalesce concat
          concat_ws count cume_dist current_database current_schema current_setting date_part
          date_trunc dense_rank exp extract first_value floor format generate_series greatest
          initcap jsonb_build_object json_build_object json_agg jsonb_agg lag last_value lead least
          left length lower lpad ltrim make_interval max md5 min mod ntile nullif now overlay
          position power random rank repeat replace reverse right round row_number row_to_json
          rpad rtrim split_part sqrt strpos string_agg substr substring sum to_char to_date
          to_json to_jsonb to_number to_regclass to_timestamp trim trunc unnest upper
          age clock_timestamp statement_timestamp timeofday transaction_timestamp version
          inet_client_addr inet_client_port inet_server_addr inet_server_port
          nextval currval setval lastval txid_current pg_current_xact_id txid_current_snapshot
          pg_snapshot_xmin pg_current_snapshot
          pg_start_backup pg_stop_backup pg_backup_start pg_backup_stop pg_is_in_backup
          pg_backup_start_time pg_create_restore_point pg_switch_wal pg_switch_xlog
          pg_current_wal_lsn pg_current_wal_insert_lsn pg_current_wal_flush_lsn
          pg_current_xlog_location pg_current_xlog_insert_location pg_current_xlog_flush_location
          pg_last_wal_receive_lsn pg_last_wal_replay_lsn pg_last_xlog_receive_location
          pg_last_xlog_replay_location pg_last_xact_replay_timestamp pg_wal_lsn_diff
          pg_xlog_location_diff pg_walfile_name pg_xlogfile_name pg_walfile_name_offset
          pg_xlogfile_name_offset pg_split_walfile_name pg_is_in_recovery pg_is_wal_replay_paused
          pg_is_xlog_replay_paused pg_wal_replay_pause pg_wal_replay_resume pg_xlog_replay_pause
          pg_xlog_replay_resume pg_get_wal_replay_pause_state pg_promote pg_reload_conf
          pg_postmaster_start_time pg_conf_load_time pg_backend_pid pg_blocking_pids
          pg_cancel_backend pg_terminate_backend pg_stat_reset pg_stat_reset_shared
          pg_control_system pg_control_checkpoint pg_control_recovery pg_control_init
          pg_create_physical_replication_slot pg_drop_replication_slot
          pg_create_logical_replication_slot pg_replication_slot_advance
          pg_copy_physical_replication_slot pg_sync_replication_slots pg_log_standby_snapshot
          pg_advisory_lock pg_advisory_unlock pg_advisory_xact_lock pg_try_advisory_lock pg_sleep
          pg_size_pretty pg_database_size pg_relation_size pg_table_size pg_total_relation_size
          pg_indexes_size pg_tablespace_size pg_relation_filepath pg_tablespace_location
          pg_get_indexdef pg_get_viewdef pg_get_expr pg_get_userbyid pg_typeof pg_column_size
          pg_encoding_to_char obj_description col_description has_table_privilege
          pg_has_role pg_export_snapshot pgstattuple pgstatindex pg_buffercache_summary
          pg_visibility pg_visibility_map pg_freespace pg_stat_statements_reset
          """);

  /** A text of words between blanks. */
  static Set<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+", -1)).collect(Collectors.toUnmodifiableSet());
  }
}
