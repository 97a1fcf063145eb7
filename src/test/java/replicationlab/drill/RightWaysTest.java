package replicationlab.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static replicationlab.drill.MajorsAsked.number;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import replicationlab.check.CheckResult;
import replicationlab.check.LabChecks;
import replicationlab.check.ProofReport;
import replicationlab.check.Verdict;
import replicationlab.postgres.sql.Server;
import replicationlab.postgres.sql.Session;
import replicationlab.postgres.sql.Timeouts;
import replicationlab.postgres.xray.PairXray;
import replicationlab.postgres.xray.XrayFinding;
import replicationlab.run.Stage;
import replicationlab.run.TestLab;

/**
 * No false alarm: whoever comes to a working pair in another way than the course's gets the whole
 * proof and every check, and is told of no mistake, by the X-ray neither. On 18, or on {@code
 * -Drightways.majors=9.6,12,15,18} with the profile "all-majors"; {@code -Drightways.only} takes a
 * pattern for a part of a way's name.
 */
@Tag("lab")
@Tag("slow")
class RightWaysTest {

  /** Not a mistake: a lost connection is being tried again. */
  private static final String PASSING = "reconnecting";

  private static final String OPTIONS_OF_15 =
      " sslmode=prefer sslcompression=0 sslsni=1 ssl_min_protocol_version=TLSv1.2"
          + " gssencmode=prefer krbsrvname=postgres target_session_attrs=any";

  private static final String OPTIONS_OF_18 =
      " sslmode=prefer sslnegotiation=postgres sslcompression=0 sslcertmode=allow sslsni=1"
          + " ssl_min_protocol_version=TLSv1.2 gssencmode=prefer krbsrvname=postgres"
          + " gssdelegation=0 target_session_attrs=any load_balance_hosts=disable";

  private static final Path FAILURES = Path.of("target", "rightways-failures.txt");

  @TempDir static Path folder;
  private static Stage stage;
  private static final Map<String, Map<String, String>> TABLE = new LinkedHashMap<>();

  @BeforeAll
  static void begin() throws IOException {
    Files.writeString(FAILURES, "");
    stage = new Stage(folder);
  }

  @AfterAll
  static void end() throws IOException {
    stage.close();
    MistakeTable.write(Path.of("target", "rightways.txt"), "right way", TABLE);
  }

  static Stream<Arguments> ways() {
    Pattern only = Pattern.compile(System.getProperty("rightways.only", ""));
    return MajorsAsked.of("rightways.majors", "18").stream()
        .flatMap(major ->
            RightWay.on(number(major)).stream()
                .filter(way -> only.matcher(way.name()).find())
                .map(way -> Arguments.of(major, way.name())));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void passes(String major, String name) {
    Map<String, String> row = TABLE.computeIfAbsent(name, way -> new LinkedHashMap<>());
    row.put(major, "not working");
    RightWay way =
        RightWay.on(number(major)).stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    TestLab lab = stage.lab(major);
    try {
      way.take().accept(new Pair(lab, number(major)));
      awaitProof(lab);
      row.put(major, "proved");
      assertThat(complaints(lab)).isEmpty();
      row.put(major, "proved, checked");
      assertThat(xrayed(lab)).as("said by the X-ray").isEmpty();
      row.put(major, "proved, checked, X-rayed");
    } catch (AssertionError e) {
      Stage.append(FAILURES, major + " " + name + "\n" + e.getMessage() + "\n\n");
      throw e;
    } finally {
      stage.strike(major);
    }
  }

  static Stream<Arguments> busyMajors() {
    return ways().filter(way -> way.get()[1].equals("as in the course"));
  }

  /** The rows of others come and go while the checker looks, five times. */
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("busyMajors")
  void passesWhileOthersWrite(String major, String course) throws InterruptedException {
    Map<String, String> row = TABLE.computeIfAbsent("a busy pair", way -> new LinkedHashMap<>());
    row.put(major, "not working");
    TestLab lab = stage.lab(major);
    AtomicBoolean over = new AtomicBoolean();
    Thread writer = Thread.ofVirtual().start(() -> write(lab, over));
    try {
      for (int look = 0; look < 5; look++) {
        awaitProof(lab);
      }
      row.put(major, "proved");
      assertThat(writer.isAlive()).isTrue();
      assertThat(lab.sql(lab.standby(), "SELECT count(*) > 1 FROM streamtest")).isEqualTo("t");
      row.put(major, "proved, checked");
    } finally {
      over.set(true);
      writer.join();
      stage.strike(major);
    }
  }

  static Stream<Arguments> oldMajors() {
    return busyMajors().filter(way -> number(String.valueOf(way.get()[0])) < 17);
  }

  /**
   * Word for word what the pg_basebackup of 15, or of 18, writes, which an older server refuses.
   */
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("oldMajors")
  void optionsOfNewerBaseBackupAreNamedAndTakenOut(String major, String course) {
    Map<String, String> row =
        TABLE.computeIfAbsent("conninfo-option-unknown", way -> new LinkedHashMap<>());
    row.put(major, "not named");
    TestLab lab = stage.lab(major);
    try {
      new Pair(lab, number(major))
          .conninfo(
              "user=postgres passfile=''/nowhere/.pgpass'' channel_binding=prefer host=127.0.0.1"
                  + " port="
                  + lab.primary().port()
                  + (number(major) < 14 ? OPTIONS_OF_15 : OPTIONS_OF_18));
      ProofReport report = lab.proof();
      assertThat(MistakesTest.mistakes(report))
          .as(MistakesTest.words(report))
          .containsExactly("conninfo-option-unknown");
      row.put(major, "named");
      CheckResult named =
          report.checks().stream()
              .filter(each -> !each.mistake().isEmpty())
              .findFirst()
              .orElseThrow();
      assertThat(lab.run.apply(named.actions()).join()).isEmpty();
      awaitProof(lab);
      row.put(major, "named, healed");
    } finally {
      stage.strike(major);
    }
  }

  private static void write(TestLab lab, AtomicBoolean over) {
    try (Session session = Session.open(Server.local(lab.primary().port()), Timeouts.PATIENT)) {
      while (!over.get()) {
        session.query("INSERT INTO streamtest SELECT generate_series(1, 20)");
        session.query("UPDATE streamtest SET x = x + 1 WHERE x = 7");
        session.query("DELETE FROM streamtest WHERE x BETWEEN 9 AND 20");
      }
    }
  }

  /** A lost connection takes a moment to come back; meanwhile nothing else may be named. */
  private static void awaitProof(TestLab lab) {
    Set<String> named = new TreeSet<>();
    ProofReport[] last = new ProofReport[1];
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(40))
          .pollInterval(Duration.ofMillis(100))
          .until(() -> {
            last[0] = lab.proof();
            if (!MistakesTest.mistakes(last[0]).stream().allMatch(PASSING::equals)) {
              named.add(MistakesTest.words(last[0]));
            }
            return last[0].verdict() == Verdict.PASSED;
          });
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(MistakesTest.words(last[0]), e);
    }
    assertThat(named).as("mistakes that nobody has made").isEmpty();
  }

  private static String complaints(TestLab lab) {
    return lab.lab.steps().stream()
        .flatMap(step ->
            LabChecks.look(lab.system(), step.checks()).stream()
                .filter(each -> each.verdict() != Verdict.PASSED || !each.mistake().isEmpty())
                .map(each -> step.id() + ": " + words(each)))
        .collect(Collectors.joining("\n"));
  }

  /** What keeps a pair that works from working, by the X-ray. */
  private static List<String> xrayed(TestLab lab) {
    return PairXray.of(lab.bench.clusters()).findings().stream()
        .filter(finding -> finding.weight() == XrayFinding.Weight.PROBLEM)
        .map(XrayFinding::sentence)
        .toList();
  }

  private static String words(CheckResult result) {
    return result.name()
        + " "
        + result.verdict()
        + " "
        + result.cause()
        + "\n   = "
        + result.answer();
  }
}
