package replicationlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import replicationlab.lab.Lab;
import replicationlab.lab.Step;

/** A server's complaints in plain words, with the step they come from. */
class LogExplainerTest {

  private static final Lab LAB = TestLab.exercise();

  private final SettableClock clock = new SettableClock();
  private final StepTimes times = new StepTimes(clock);
  private final LogExplainer explainer = new LogExplainer(LAB, times, 18);

  private static Step step(String id) {
    return LAB.steps().stream().filter(step -> step.id().equals(id)).findFirst().orElseThrow();
  }

  private void ran(String id, String from, String to) {
    StepState state = StepState.untouched(step(id));
    clock.now = Instant.parse(from);
    times.accept(new LabEvent.StepChanged(id, state.with(StepState.Status.RUNNING, "")));
    clock.now = Instant.parse(to);
    times.accept(new LabEvent.StepChanged(id, state.with(StepState.Status.FAILED, "")));
  }

  @Test
  void saysNothingOfLinesThatAreNoComplaint() {
    assertThat(explainer.explain("2026-03-01 10:00:00.000 UTC [1] LOG:  listening")).isEmpty();
    assertThat(explainer.explain("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres: invalid argument: \"\u2013p\"",
        "FATAL:  database \"\u2014U\" does not exist",
        "ERROR:  syntax error at or near \"\u2013\" at character 10",
      })
  void aDashOfAWordProcessorIsNamed(String line) {
    LogExplanation found = explainer.explain(line).orElseThrow();
    assertThat(found.isFault()).isTrue();
    assertThat(found.sentence()).contains("dash as word processors make it");
    assertThat(found.remedy()).contains("hyphen of the keyboard");
  }

  @Test
  void namesTheStepThatRanAtThatTime() {
    ran("start-standby", "2026-03-01T10:00:00Z", "2026-03-01T10:00:05Z");
    ran("streamtest", "2026-03-01T10:01:00Z", "2026-03-01T10:01:01Z");
    LogExplanation found =
        explainer
            .explain(
                "2026-03-01 10:00:02.100 UTC [7] FATAL:  lock file \"postmaster.pid\" already"
                    + " exists")
            .orElseThrow();
    assertThat(found.isFault()).isTrue();
    assertThat(found.sentence()).contains("postmaster.pid");
    assertThat(found.remedy()).isNotBlank();
    assertThat(found.step()).contains("while step").contains(step("start-standby").title());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FATAL:  no pg_hba.conf entry for replication connection from host \"127.0.0.1\"|hba",
        "FATAL:  lock file \"postmaster.pid\" already exists|pid-file",
        "FATAL:  WAL streaming (max_wal_senders > 0) requires wal_level \"replica\"|wal",
        "FATAL:  could not connect to the primary server: Connection refused|recovery",
        "FATAL:  role \"ada\" does not exist|recovery",
        "FATAL:  could not create any TCP/IP sockets|standby-port",
      })
  void aLineWithoutTimeIsOfTheStepThatDealsWithIt(String line, String id) {
    LogExplanation found = explainer.explain(line).orElseThrow();
    assertThat(found.step()).contains(step(id).title());
    assertThat(found.remedy()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "LOG:  syntax error in file \"/l/data2/postgresql.conf\" line 647, near token \"=\""
            + "|Line 647 of data2/postgresql.conf|single quotes|recovery",
        "LOG:  unrecognized configuration parameter \"wal_keep_segments\" in file"
            + " \"/l/data/postgresql.conf\" line 890|sets wal_keep_segments|wal_keep_size = 800MB"
            + "|wal",
        "LOG:  unrecognized configuration parameter \"standby_mode\" in file"
            + " \"/l/data2/postgresql.conf\" line 891|standby_mode|standby.signal|recovery",
        "LOG:  invalid value for parameter \"wal_keep_size\": \"800mb\""
            + "|wal_keep_size the value 800mb|just these letters|wal",
        "LOG:  parameter \"hot_standby\" requires a Boolean value|no Boolean|Correct|standby-port",
        "LOG:  999999 is outside the valid range for parameter \"max_wal_senders\" (0 .. 262143)"
            + "|outside its range, 0 .. 262143|within|wal",
        "FATAL:  configuration file \"/l/data2/postgresql.conf\" contains errors"
            + "|data2/postgresql.conf has a fault, so the server did not start|just above"
            + "|standby-port",
        "LOG:  configuration file \"/l/data/postgresql.conf\" contains errors; no changes were"
            + " applied|goes on with its old settings|reload|wal",
        "LOG:  configuration file \"/l/data/postgresql.conf\" contains errors; unaffected changes"
            + " were applied|took the others|reload|loopback",
        "LOG:  invalid connection type \"hosts\"|begins with hosts|host|hba",
        "LOG:  invalid CIDR mask in address \"127.0.0.1/33\"|127.0.0.1/33|127.0.0.1/32|hba",
        "LOG:  invalid IP mask \"trust\": Name or service not known|without a mask|/32|hba",
        "LOG:  invalid authentication method \"trusty\"|ends with trusty|trust|hba",
        "LOG:  end-of-line before IP address specification|five fields|just below|hba",
        "FATAL:  could not load pg_hba.conf|did not start|start the server|hba",
        "FATAL:  could not load /l/data/pg_hba.conf|line of data/pg_hba.conf|start the server|hba",
        "WARNING:  pg_hba.conf not reloaded|old lines|reload|hba",
        "LOG:  /l/data/pg_hba.conf was not reloaded|old lines of data/pg_hba.conf|reload|hba",
      })
  void aBrokenSettingsFileIsExplainedAlthoughItIsLoggedAsLog(
      String line, String sentence, String remedy, String id) {
    // Up to 9.6 a line begins with its severity, since 10 with the time.
    for (String prefix : List.of("", "2026-03-01 10:00:02.100 UTC [7] ")) {
      LogExplanation found = explainer.explain(prefix + line).orElseThrow();
      assertThat(found.isFault()).isTrue();
      assertThat(found.sentence()).contains(sentence).endsWith(".").doesNotContain("{");
      assertThat(found.remedy()).contains(remedy);
      assertThat(found.step()).contains(step(id).title());
    }
  }

  @Test
  void aFieldThatIsMissingIsNamedUpTo14AsSince15() {
    assertThat(said("LOG:  missing entry in file \"/l/data/pg_hba.conf\" at end of line 90"))
        .satisfies(found -> assertThat(found.sentence()).contains("five fields"))
        .isEqualTo(said("LOG:  missing entry at end of line"));
  }

  @Test
  void aPathWithABlankInItIsStillAPath() {
    assertThat(said("LOG:  /my labs/data/pg_hba.conf was not reloaded").sentence())
        .contains("old lines of data/pg_hba.conf");
    assertThat(said("FATAL:  could not load /my labs/data/pg_hba.conf").sentence())
        .contains("cannot read a line of data/pg_hba.conf");
  }

  private LogExplanation said(String line) {
    return explainer.explain(line).orElseThrow();
  }

  @Test
  void aStatementThatIsRefusedIsNoFaultOfAFile() {
    assertThat(
            explainer
                .explain("ERROR:  unrecognized configuration parameter \"wal_keep_segment\"")
                .orElseThrow()
                .sentence())
        .doesNotContain("settings file");
  }

  @Test
  void theCauseIsNamedBesideTheStepThatRanWhenItShowed() {
    ran("start-standby", "2026-03-01T10:00:00Z", "2026-03-01T10:00:05Z");
    assertThat(
            explainer
                .explain(
                    "2026-03-01 10:00:02.100 UTC [7] FATAL:  WAL ends before end of online backup")
                .orElseThrow()
                .step())
        .contains("has to do with step 12, " + step("recovery").title())
        .contains("while step 13, " + step("start-standby").title());
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 12, 14, 15, 18})
  void aBackupWhoseEndIsMissedBecauseItIsNoStandbyIsOfTheStepThatMakesOne(int major) {
    LogExplainer of = new LogExplainer(LAB, times, major);
    assertThat(
            List.of(
                of.explain("FATAL:  WAL ends before end of online backup").orElseThrow().step(),
                of.explain(
                        "HINT:  All WAL generated while online backup was taken must be available"
                            + " at recovery.")
                    .orElseThrow()
                    .step()))
        .allMatch(said -> said.contains(step("recovery").title()));
    assertThat(
            of.explain(
                    "HINT:  Online backup started with pg_start_backup() must be ended with"
                        + " pg_stop_backup(), and all WAL up to that point must be available.")
                .orElseThrow()
                .step())
        .contains(step("stop-backup").title());
  }

  @Test
  void knowsWhatIsMeantAndWhatItDoesNotKnow() {
    LogExplanation refused =
        explainer.explain("ERROR:  cannot execute INSERT in a read-only transaction").orElseThrow();
    assertThat(refused.isFault()).isFalse();
    assertThat(refused.remedy()).isEmpty();
    assertThat(explainer.explain("PANIC:  the moon is full").orElseThrow().sentence())
        .contains("not among those that the lab knows");
    assertThat(explainer.explain("HINT:  Try harder.").orElseThrow().sentence()).contains("advice");
  }

  @Test
  void readsTheTimeOfALine() {
    assertThat(LogTime.of("2026-03-01 10:00:00.250 UTC [812] LOG:  x"))
        .contains(Instant.parse("2026-03-01T10:00:00.250Z"));
    assertThat(LogTime.of("2026-03-01 10:00:00.250 +03 [812] LOG:  x"))
        .contains(Instant.parse("2026-03-01T07:00:00.250Z"));
    assertThat(List.of(LogTime.of("LOG:  x"), LogTime.of(""))).allMatch(Optional::isEmpty);
  }

  private static final class SettableClock extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
