package replicationlab.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import replicationlab.deck.Block;
import replicationlab.deck.DeckReader;

/**
 * A slide's code becomes what a lab would do, with the workspace in the place of the room's
 * machine.
 */
class SlideCodeTest {

  private static List<Action> actions(String markdown, int major) {
    Block.Code code = (Block.Code) DeckReader.blocks(markdown).getFirst();
    return SlideCode.actions(code, major, false);
  }

  @Test
  void eachCommandLineIsOneAndItsPathsAreInTheWorkspace() {
    assertThat(
            actions(
                """
                ```sh
                # the copy
                cp -p -R /u/pg/data \\
                   /u/pg/data2

                PGDATA=/u/pg/data2 pg_ctl -l /u/pg/data2/server.log start
                cp /u/pg/share/recovery.conf.sample /u/pg/data2/recovery.conf
                ```
                """,
                18))
        .extracting(action -> action.text().replaceAll(" +", " "))
        .containsExactly(
            "cp -p -R data data2",
            "PGDATA=data2 pg_ctl -l data2/server.log start",
            "cp {share}/recovery.conf.sample data2/recovery.conf");
  }

  @Test
  void promptsAndCurlyQuotesAreNoPartOfACommand() {
    assertThat(
            actions(
                "\t$ psql -p 5432 -c \u2019CREATE TABLE streamtest(x int)\u2019 postgres\n", 18))
        .extracting(Action::text)
        .containsExactly("psql -p 5432 -c 'CREATE TABLE streamtest(x int)' postgres");
  }

  @Test
  void statementsAreDividedAsPsqlDoes() {
    assertThat(
            actions(
                """
                ```sql
                -- nothing to do; really
                SELECT 'a;b', "c;d"; SELECT $x$ ; $x$,
                  $$;$$ /* ; */;
                \\d streamtest
                INSERT INTO t
                  VALUES (1)
                ```
                """,
                18))
        .extracting(Action::text)
        .containsExactly(
            "-- nothing to do; really\nSELECT 'a;b', \"c;d\"",
            "SELECT $x$ ; $x$,\n  $$;$$ /* ; */",
            "psql -p 5432 -c '\\d streamtest' postgres",
            "INSERT INTO t\n  VALUES (1)");
  }

  @Test
  void aStatementGoesToThePrimaryUnlessTheSlideSaysOtherwise() {
    assertThat(actions("```sql\nSELECT 1;\n```\n", 18))
        .singleElement()
        .isInstanceOfSatisfying(
            Action.Statement.class, sql -> assertThat(sql.on()).isEqualTo(Role.PRIMARY));
    assertThat(actions("```sql on=standby session=s\nSELECT 1;\n```\n", 18))
        .singleElement()
        .isInstanceOfSatisfying(
            Action.Statement.class,
            sql -> {
              assertThat(sql.on()).isEqualTo(Role.STANDBY);
              assertThat(sql.session()).isEqualTo("s");
            });
  }

  @Test
  void settingsGoIntoTheFileThatTheirLinesAreOf() {
    assertThat(file("```settings\n# much\nwal_level = replica\n```\n", 18))
        .isEqualTo("data/postgresql.conf");
    assertThat(file("```settings\nhost  replication  all  127.0.0.1/32  trust\n```\n", 18))
        .isEqualTo("data/pg_hba.conf");
    assertThat(file("```settings file=data2/postgresql.conf\nport = 5433\n```\n", 18))
        .isEqualTo("data2/postgresql.conf");
  }

  @Test
  void recoveryConfIsPostgresqlConfSince12() {
    String block = "```settings file=data2/recovery.conf\nprimary_conninfo = 'port=5432'\n```\n";
    assertThat(file(block, 11)).isEqualTo("data2/recovery.conf");
    assertThat(file(block, 12)).isEqualTo("data2/postgresql.conf");
  }

  @Test
  void whatIsNoCodeOrOnlyRemarksDoesNothing() {
    assertThat(actions("```text\nrm -rf /\n```\n", 18)).isEmpty();
    assertThat(actions("```settings\n# standby.signal takes its place\n```\n", 18)).isEmpty();
  }

  private static String file(String markdown, int major) {
    Action action = actions(markdown, major).getFirst();
    assertThat(action.text()).doesNotContain("#");
    return action instanceof Action.Settings settings
        ? settings.file()
        : ((Action.HbaLines) action).file();
  }
}
