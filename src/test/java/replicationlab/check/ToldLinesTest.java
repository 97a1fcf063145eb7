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
            "Copy-Item -Recurse data data2",
            "# Into data/postgresql.conf: port = 5434",
            "# Into data/postgresql.conf: wal_level = replica",
            "pg_ctl -D data start");
  }

  /** Those of the way to a standby from the beginning. */
  @Test
  void commandsAreInPowerShellsWords() {
    assertThat(
            told(
                command("cp recovery.conf.sample data2/recovery.conf"),
                command("cp -p data2/recovery.conf data2/recovery.conf.old"),
                command("rm -f data2/postmaster.pid"),
                command("rm data2/recovery.conf"),
                command("touch data2/standby.signal"),
                command("PGDATA=data2 pg_ctl -w -l logs/standby.log start")))
        .containsExactly(
            "Copy-Item recovery.conf.sample data2/recovery.conf",
            "Copy-Item data2/recovery.conf data2/recovery.conf.old",
            "Remove-Item -Force -ErrorAction Ignore data2/postmaster.pid",
            "Remove-Item data2/recovery.conf",
            "New-Item data2/standby.signal",
            "pg_ctl -D data2 -w -l logs/standby.log start");
  }

  private static Action command(String text) {
    return new Action.Command(0, Versions.ALL, text, false);
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
