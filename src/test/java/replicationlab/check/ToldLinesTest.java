package replicationlab.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import replicationlab.lab.Action;
import replicationlab.lab.Role;
import replicationlab.lab.Versions;

/** What is to be done, for a terminal that is no POSIX shell. */
class ToldLinesTest {

  private static List<String> told(Action... actions) {
    return ToldLines.of(List.of(actions), text -> text.replace("5432", "5434"));
  }

  @Test
  void onlyPlainCommandsAreToBeTyped() {
    assertThat(
            told(
                new Action.Statement(
                    0, Versions.ALL, "SELECT pg_backup_start('x', true)", Role.PRIMARY, "b", ""),
                new Action.Command(0, Versions.ALL, "cp -p -R data data2", false),
                new Action.Settings(
                    0, Versions.ALL, "port = 5432\nwal_level = replica", "data/postgresql.conf"),
                new Action.Command(0, Versions.ALL, "pg_ctl -D data start", false)))
        .containsExactly(
            "# In one psql session on the primary: SELECT pg_backup_start('x', true)",
            "# Move data2 out of the way first, if it is there.",
            "cp -p -R data data2",
            "# Into data/postgresql.conf: port = 5434",
            "# Into data/postgresql.conf: wal_level = replica",
            "pg_ctl -D data start");
  }

  @Test
  void aPasswordIsNotShown() {
    assertThat(
            told(
                new Action.Replacement(
                    0,
                    Versions.ALL,
                    "primary_conninfo = 'host=localhost password=secret'",
                    "data2/postgresql.conf",
                    "primary_conninfo = ''")))
        .singleElement()
        .asString()
        .startsWith("# In data2/postgresql.conf, instead of primary_conninfo = '': ")
        .doesNotContain("secret");
  }
}
