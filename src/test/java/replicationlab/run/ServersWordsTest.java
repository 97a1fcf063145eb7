package replicationlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import replicationlab.lab.Lab;

/** Lines as servers of different majors wrote them, and what the lab says of them. */
class ServersWordsTest {

  private static final Lab LAB = TestLab.exercise();

  private static final String TO_THE_PRIMARY =
      "FATAL:  streaming replication receiver \"walreceiver\" could not connect to the primary"
          + " server: connection to server at \"127.0.0.1\", port 5432 failed: ";

  private final LogExplainer explainer =
      new LogExplainer(LAB, new StepTimes(Clock.systemUTC()), 18);

  private LogExplanation explain(String line) {
    return explainer.explain(line).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Connection refused|Nobody answers",
        "fe_sendauth: no password supplied|asks for a proof",
        "FATAL:  password authentication failed for user \"postgres\"|asks for a proof",
        "FATAL:  the database system is starting up|leads to the standby itself",
        "FATAL:  the database system is not yet accepting connections|leads to the standby itself",
        "FATAL:  the database system is shutting down|being stopped",
        "FATAL:  the database system is in recovery mode|recovers from a crash",
        "FATAL:  sorry, too many clients already|max_connections allows",
        "FATAL:  role \"ada\" does not exist|a user that the primary does not have",
        "FATAL:  role \"ada\" is not permitted to log in|attribute LOGIN",
        "FATAL:  no pg_hba.conf entry for replication connection from host \"127.0.0.1\", user"
            + " \"postgres\", no encryption|no line that lets the standby connect",
        "FATAL:  no pg_hba.conf entry for replication connection from host \"::1\", user"
            + " \"postgres\", SSL off|IPv6",
        "FATAL:  pg_hba.conf rejects replication connection for host \"127.0.0.1\", user"
            + " \"postgres\", no encryption|says reject",
        "could not translate host name \"nosuch.invalid\" to address: Name or service not known"
            + "|does not know the host",
        "invalid connection option \"usr\"|cannot be read",
      })
  void whyThePrimaryIsNotReachedIsInTheSecondHalfOfTheLine(String reason, String sentence) {
    LogExplanation found = explain(TO_THE_PRIMARY + reason);
    assertThat(found.isFault()).isTrue();
    assertThat(found.sentence()).contains(sentence);
    assertThat(found.remedy()).isNotBlank();
    assertThat(explain("FATAL:  could not connect to the primary server: " + reason))
        .isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "FATAL:  could not receive data from WAL stream: ERROR:  requested starting point 0/9000000"
            + " is ahead of the WAL flush position of this server 0/2022180|has parted|fresh copy",
        "FATAL:  highest timeline 1 of the primary is behind recovery timeline 2|has parted|fresh",
        "FATAL:  requested timeline 2 does not contain minimum recovery point 0/3000000 on timeline"
            + " 1|has parted|fresh",
        "PANIC:  invalid magic number 0000 in WAL segment 000000010000000000000002, LSN 0/2000000,"
            + " offset 0|no point from which to recover|begin the backup",
        "FATAL:  could not find redo location 0/2000028 referenced by checkpoint record at"
            + " 0/2000060|no point from which to recover|begin the backup",
        "HINT:  If you are not restoring from a backup, try removing the file"
            + " \"/l/data2/backup_label\".|damaged without a word|Leave backup_label",
        "FATAL:  could not start WAL streaming: ERROR:  replication slot \"s1\" does not exist"
            + "|does not have|pg_create_physical_replication_slot",
        "ERROR:  replication slot \"s1\" is active for PID 812|in use|slot of its own",
        "ERROR:  can no longer get changes from replication slot \"s1\"|given up|copy",
        "ERROR:  can no longer access replication slot \"s1\"|given up|copy",
        "ERROR:  replication slots can only be used if wal_level >= replica|is minimal|wal_level",
        "FATAL:  hot standby is not possible because wal_level was not set to \"replica\" or higher"
            + " on the master server|is minimal|wal_level",
        "FATAL:  the database system is not accepting connections|hot_standby is off|hot_standby",
        "FATAL:  must specify \"restore_command\" when standby mode is not enabled|not to be a"
            + " standby|standby.signal",
        "FATAL:  recovery command file \"recovery.conf\" must specify restore_command when standby"
            + " mode is not enabled|not to be a standby|standby_mode = 'on'",
        "HINT:  The database server will regularly poll the pg_xlog subdirectory to check for files"
            + " placed there.|no primary_conninfo|recovery.conf",
        "FATAL:  data directory \"/l/data2\" has group or world access|by others|chmod 700",
        "FATAL:  data directory \"/l/data2\" has invalid permissions|by others|chmod 700",
        "FATAL:  data directory \"/l/data2\" has wrong ownership|another user|chown",
        "FATAL:  database files are incompatible with server|another version|PG_VERSION",
        "postgres: could not find the database system|only a part of one|-D",
        "FATAL:  pre-existing shared memory block (key 18, ID 32769) is still in use|was killed"
            + "|in a moment",
        "FATAL:  lock file \"/tmp/.s.PGSQL.5432.lock\" already exists|The port is taken|5433",
        "FATAL:  could not create lock file \"/nosuch/.s.PGSQL.5433.lock\": No such file or"
            + " directory|socket file|unix_socket_directories",
        "FATAL:  could not write to file \"pg_wal/xlogtemp.81\": No space left on device|disk is"
            + " full|Make room",
        "FATAL:  could not open file \"postgresql.auto.conf\": Permission denied|may not use|chown",
      })
  void everyFaultHasACauseAndARemedy(String line, String sentence, String remedy) {
    LogExplanation found = explain(line);
    assertThat(found.isFault()).isTrue();
    assertThat(found.sentence()).contains(sentence).endsWith(".");
    assertThat(found.remedy()).contains(remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ERROR:  exclusive backup not in progress|begun in another session, or not at all",
        "ERROR:  a backup is already in progress|not ended yet",
        "ERROR:  function pg_start_backup(unknown, boolean) does not exist at character 8|Since"
            + " PostgreSQL 15",
        "ERROR:  function pg_backup_start(unknown) does not exist at character 8|Before PostgreSQL"
            + " 15",
        "ERROR:  function pg_current_xlog_location() does not exist at character 8|Since PostgreSQL"
            + " 10",
        "ERROR:  function pg_switch_wal() does not exist at character 8|older than PostgreSQL 10",
        "ERROR:  recovery is in progress|for a primary",
        "ERROR:  recovery is not in progress|for a standby",
        "ERROR:  cannot execute VACUUM during recovery|cannot do this",
        "FATAL:  database \"ada\" does not exist|-d postgres",
        "FATAL:  terminating connection due to conflict with recovery|had to replay",
        "FATAL:  terminating connection due to unexpected postmaster exit|was killed",
        "ERROR:  terminating walreceiver due to timeout|silent for a minute",
        "ERROR:  terminating walreceiver due to timeout while waiting for upstream to catch up|less"
            + " WAL than the standby",
        "FATAL:  terminating walreceiver process due to administrator command|ended its stream",
        "FATAL:  connection to client lost|has gone",
      })
  void whatIsNoFaultIsSaidToo(String line, String sentence) {
    LogExplanation found = explain(line);
    assertThat(found.isFault()).isFalse();
    assertThat(found.sentence()).contains(sentence).endsWith(".");
  }
}
