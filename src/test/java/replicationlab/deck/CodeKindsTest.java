package replicationlab.deck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeKindsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|wal_level = hot_standby|SETTINGS",
        "''|host  replication  all  127.0.0.1/32  trust|SETTINGS",
        "''|# - Archiving -|TEXT",
        "''|#port = 5432|SETTINGS",
        "''|SELECT pg_stop_backup();|SQL",
        "''|select 1;|SQL",
        "''|\\d streamtest|SQL",
        "''|copy the files|TEXT",
        "''|PGDATA=/u/pg/data2 pg_ctl start|SHELL",
        "''|/usr/bin/pg_ctl stop|SHELL",
        "''|rm /u/pg/data2/postmaster.pid|SHELL",
        "sh versions=..14|SELECT 1|SHELL",
        "sql|cp a b|SQL",
        "hba file=x|what|SETTINGS",
        "text|SELECT 1;|TEXT"
      })
  void theInfoStringDecidesElseTheLook(String info, String source, CodeKind kind) {
    assertThat(CodeKinds.of(info, List.of(source))).isEqualTo(kind);
  }
}
