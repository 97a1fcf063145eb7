package replicationlab.policy;

import java.util.Set;

/**
 * The catalogs and views of PostgreSQL 9.6 to 18, and what calls itself a field without being one.
 */
final class CatalogNames {

  private CatalogNames() {}

  /** Relations whose names begin with pg_, in pg_catalog and in the extensions that may be made. */
  private static final Set<String> RELATIONS =
      SqlVocabulary.words(
          """
          pg_aggregate pg_am pg_amop pg_amproc pg_attrdef pg_attribute pg_auth_members pg_authid
          pg_cast pg_class pg_collation pg_constraint pg_conversion pg_database
          pg_db_role_setting pg_default_acl pg_depend pg_description pg_enum pg_event_trigger
          pg_extension pg_foreign_data_wrapper pg_foreign_server pg_foreign_table pg_index
          pg_inherits pg_init_privs pg_language pg_largeobject pg_largeobject_metadata
          pg_namespace pg_opclass pg_operator pg_opfamily pg_parameter_acl pg_partitioned_table
          pg_policy pg_proc pg_publication pg_publication_namespace pg_publication_rel pg_range
          pg_replication_origin pg_rewrite pg_seclabel pg_sequence pg_shdepend pg_shdescription
          pg_shseclabel pg_statistic pg_statistic_ext pg_statistic_ext_data pg_subscription
          pg_subscription_rel pg_tablespace pg_transform pg_trigger pg_ts_config pg_ts_config_map
          pg_ts_dict pg_ts_parser pg_ts_template pg_type pg_user_mapping pg_pltemplate
          pg_aios pg_available_extension_versions pg_available_extensions
          pg_backend_memory_contexts pg_config pg_cursors pg_file_settings pg_group
          pg_hba_file_rules pg_ident_file_mappings pg_indexes pg_locks pg_matviews pg_policies
          pg_prepared_statements pg_prepared_xacts pg_publication_tables
          pg_replication_origin_status pg_replication_slots pg_roles pg_rules pg_seclabels
          pg_sequences pg_settings pg_shadow pg_shmem_allocations pg_shmem_allocations_numa
          pg_stats pg_stats_ext pg_stats_ext_exprs pg_tables pg_timezone_abbrevs
          pg_timezone_names pg_user pg_user_mappings pg_views pg_wait_events
          pg_stat_activity pg_stat_replication pg_stat_replication_slots pg_stat_wal_receiver
          pg_stat_recovery_prefetch pg_stat_subscription pg_stat_subscription_stats pg_stat_ssl
          pg_stat_gssapi pg_stat_archiver pg_stat_bgwriter pg_stat_checkpointer pg_stat_io
          pg_stat_wal pg_stat_slru pg_stat_database pg_stat_database_conflicts
          pg_stat_all_tables pg_stat_sys_tables pg_stat_user_tables pg_stat_xact_all_tables
          pg_stat_xact_sys_tables pg_stat_xact_user_tables pg_stat_all_indexes
          pg_stat_sys_indexes pg_stat_user_indexes pg_statio_all_tables pg_statio_sys_tables
          pg_statio_user_tables pg_statio_all_indexes pg_statio_sys_indexes
          pg_statio_user_indexes pg_statio_all_sequences pg_statio_sys_sequences
          pg_statio_user_sequences pg_stat_user_functions pg_stat_xact_user_functions
          pg_stat_progress_analyze pg_stat_progress_basebackup pg_stat_progress_cluster
          pg_stat_progress_copy pg_stat_progress_create_index pg_stat_progress_vacuum
          pg_stat_statements pg_stat_statements_info pg_buffercache pg_lsn pg_snapshot
          """);

  /**
   * What takes one text, or a number of something, and is neither harmless nor named pg_ or lo_.
   */
  private static final Set<String> REACH_OUT =
      SqlVocabulary.words(
          """
          ts_stat ts_rewrite query_to_xml query_to_xmlschema query_to_xml_and_xmlschema
          cursor_to_xml cursor_to_xmlschema table_to_xml table_to_xmlschema
          table_to_xml_and_xmlschema schema_to_xml schema_to_xmlschema
          schema_to_xml_and_xmlschema database_to_xml database_to_xmlschema
          database_to_xml_and_xmlschema loread lowrite set_config setseed
          dblink dblink_connect dblink_exec xpath_table
          brin_summarize_new_values gin_clean_pending_list plpgsql_validator
          """);

  /**
   * Whether what stands behind a dot may be meant as a call: {@code f.pg_read_file} calls it with f
   * if f has no such column.
   */
  static boolean callsBehindDot(String name) {
    if (SqlVocabulary.FUNCTIONS.contains(name) || RELATIONS.contains(name)) {
      return false;
    }
    return name.startsWith("pg_")
        || name.startsWith("lo_")
        || name.startsWith("binary_upgrade_")
        || name.startsWith("fmgr_")
        || REACH_OUT.contains(name);
  }
}
