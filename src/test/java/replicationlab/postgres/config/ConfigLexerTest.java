package replicationlab.postgres.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines are taken apart as the server takes them apart. */
class ConfigLexerTest {

  private static final Path FILE = Path.of("postgresql.conf");

  private static String pieces(ConfigKind kind, String line) {
    return ConfigLexer.line(kind, line).stream()
        .map(token -> token.kind().name().toLowerCase(java.util.Locale.ROOT) + ":" + token.in(line))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "port = 5433 # mine|name:port equals:= number:5433 comment:# mine",
        "wal_keep_size 800MB|name:wal_keep_size number:800 unit:MB",
        "wal_level=replica|name:wal_level equals:= word:replica",
        "#port = 5432|comment:#port = 5432",
        "listen_addresses = 'a # b'|name:listen_addresses equals:= string:'a # b'",
        "x.y = 'it''s'|name:x.y equals:= string:'it''s'",
        "port = 54 33|name:port equals:= number:54 stray:33",
        "listen_addresses = a,b|name:listen_addresses equals:= word:a stray:,b",
        "work_mem = 0x10kB|name:work_mem equals:= number:0x10 unit:kB",
        "random_page_cost = 1.5e1|name:random_page_cost equals:= number:1.5e1",
        "host = 127.0.0.1|name:host equals:= stray:127.0.0.1",
        "= 5|stray:= number:5",
      })
  void settings(String line, String pieces) {
    assertThat(pieces(ConfigKind.POSTGRESQL, line)).isEqualTo(pieces);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "host  replication  all  127.0.0.1/32  trust # x|type:host database:replication user:all"
            + " address:127.0.0.1/32 method:trust comment:# x",
        "local all \"my user\" peer map=m|type:local database:all user:\"my user\" method:peer"
            + " option:map=m",
        "host a, b all 10.0.0.1 255.0.0.0 md5"
            + "|type:host database:a, b user:all address:10.0.0.1 address:255.0.0.0 method:md5",
        "include_if_exists more.conf|type:include_if_exists string:more.conf",
      })
  void hba(String line, String pieces) {
    assertThat(pieces(ConfigKind.HBA, line)).isEqualTo(pieces);
  }

  @Test
  void readsWhatASettingIsWithoutItsQuotes() {
    String text =
        """
        # primary_conninfo = 'no'
        Primary_Conninfo = 'host=127.0.0.1 password=it''s'
        port 5433
        broken =
        """;
    assertThat(SettingLine.in(FILE, text))
        .containsExactly(
            new SettingLine(
                FILE,
                2,
                "primary_conninfo",
                "host=127.0.0.1 password=it's",
                "Primary_Conninfo = 'host=127.0.0.1 password=it''s'"),
            new SettingLine(FILE, 3, "port", "5433", "port 5433"));
  }

  /** Whoever looks for mistakes wants to see them. */
  @Test
  void readsALineThatTheServerRefusesAsItWasMeant() {
    String text =
        """
        # port = 1
        primary_conninfo = host=localhost port=5432  # no quotes
        log_line_prefix = \u201cstandby \u201d
        port = 5433
        """;
    assertThat(SettingLine.in(FILE, text)).extracting(SettingLine::name).containsExactly("port");
    assertThat(SettingLine.in(FILE, text, SettingLine.Reading.AS_MEANT))
        .extracting(SettingLine::line, SettingLine::name, SettingLine::value)
        .containsExactly(
            tuple(2, "primary_conninfo", "host=localhost port=5432"),
            tuple(3, "log_line_prefix", "\u201cstandby \u201d"),
            tuple(4, "port", "5433"));
  }

  @Test
  void findsWhichLineLetsAStandbyIn() {
    List<HbaRule> rules =
        HbaRule.in(
            FILE,
            """
            # TYPE DATABASE USER ADDRESS METHOD
            local replication all trust
            host all all 127.0.0.1/32 trust
            hostssl replication all 127.0.0.1/32 trust
            host replication all ::1/128 trust
            host replication ada 127.0.0.1/32 trust
            host replication all 127.0.1.0/24 trust
            host replication all 127.0.0.0 255.0.0.0 reject
            host replication all samehost trust
            """,
            18);
    assertThat(rules.stream().filter(rule -> rule.decides("replication", HbaClient.of("postgres"))))
        .extracting(HbaRule::line)
        .containsExactly(8, 9);
    assertThat(rules.get(6).rejects()).isTrue();
    assertThat(rules.stream().filter(rule -> rule.decides("replication", HbaClient.of("ada"))))
        .extracting(HbaRule::line)
        .containsExactly(6, 8, 9);
  }
}
