package replicationlab.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.run.LabEvent;
import replicationlab.run.StepState.Status;

/** What is written down while a lab is done, and what interruptions do to it. */
class JournalTest {

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("lab/journal.jsonl");
  }

  private SampleStudent student(String... passed) {
    return new SampleStudent(folder.resolve("lab"), List.of(passed));
  }

  private List<ObjectNode> lines() throws IOException {
    return Files.readAllLines(file()).stream()
        .map(line -> Chain.parse(line).orElseThrow())
        .toList();
  }

  private List<String> kinds() throws IOException {
    return lines().stream().map(line -> line.path("kind").asText()).toList();
  }

  private void assertThatTheChainHolds() throws IOException {
    String head = Chain.START;
    int number = 0;
    for (ObjectNode line : lines()) {
      number++;
      assertThat(line.path("n").asInt()).isEqualTo(number);
      assertThat(Chain.claimed(line)).isEqualTo(Chain.hash(head, line));
      head = Chain.claimed(line);
    }
  }

  @Test
  void aTriedStepIsWrittenWithCommandOutputAndVerdict() throws IOException {
    try (SampleStudent ada = student()) {
      ada.tries(ada.step("initdb"), Status.FAILED);
    }
    assertThat(kinds()).containsExactly("opened", "begin", "command", "done", "result");
    assertThat(lines().get(3).path("output").get(0).asText()).startsWith("waiting for server");
    assertThat(lines().get(3).path("millis").asInt()).isEqualTo(700);
    assertThat(lines().get(4).path("evidence").get(0).path("cause").asText()).contains("paused");
    assertThatTheChainHolds();
    assertThat(Files.getPosixFilePermissions(file()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void theChainGoesOnWhenTheProgramStartsAgain() throws IOException {
    try (SampleStudent ada = student()) {
      ada.tries(ada.step("initdb"), Status.PASSED);
    }
    try (SampleStudent ada = student("initdb")) {
      ada.tries(ada.step("loopback"), Status.PASSED);
    }
    assertThat(kinds()).hasSize(10).filteredOn("opened"::equals).hasSize(2);
    assertThatTheChainHolds();
  }

  @Test
  void aLineThatACrashHasTornIsCutOffAndNoted() throws IOException {
    try (SampleStudent ada = student()) {
      ada.tries(ada.step("initdb"), Status.PASSED);
    }
    Files.writeString(file(), "{\"n\":6,\"at\":\"2026-1", StandardOpenOption.APPEND);
    try (SampleStudent ada = student("initdb")) {
      assertThat(ada.export("Ada", folder.resolve("ada.evidence")).seal().asExported()).isTrue();
    }
    assertThat(kinds())
        .containsExactly("opened", "begin", "command", "done", "result", "torn", "opened");
    assertThat(lines().get(5).path("bytes").asInt()).isEqualTo(19);
    assertThatTheChainHolds();
  }

  @Test
  void aLineThatLacksNothingButItsEndIsKept() throws IOException {
    try (SampleStudent ada = student()) {
      ada.tries(ada.step("initdb"), Status.PASSED);
    }
    Files.writeString(file(), Files.readString(file()).stripTrailing());
    try (SampleStudent ada = student("initdb")) {
      ada.journal().flush();
    }
    assertThat(kinds()).containsExactly("opened", "begin", "command", "done", "result", "opened");
    assertThatTheChainHolds();
  }

  @Test
  void anExportWhileALineIsHalfWrittenTakesTheWholeOnes() throws IOException {
    try (SampleStudent ada = student()) {
      ada.tries(ada.step("initdb"), Status.PASSED);
      ada.journal().flush();
      Files.writeString(file(), "{\"n\":6,", StandardOpenOption.APPEND);
      Evidence evidence = ada.export("Ada", folder.resolve("ada.evidence"));
      assertThat(evidence.seal().asExported()).isTrue();
      assertThat(evidence.journal()).hasSize(5);
    }
  }

  @Test
  void aJournalThatWasEditedIsNotMendedByGoingOn() throws IOException {
    try (SampleStudent ada = student()) {
      ada.tries(ada.step("initdb"), Status.FAILED);
    }
    Files.writeString(
        file(), Files.readString(file()).replace("\"status\":\"failed\"", "\"status\":\"passed\""));
    try (SampleStudent ada = student("initdb")) {
      ada.tries(ada.step("loopback"), Status.PASSED);
      Seal seal = ada.export("Ada", folder.resolve("ada.evidence")).seal();
      assertThat(seal.asExported()).isFalse();
      assertThat(seal.sentence()).contains("step initdb");
    }
  }

  @Test
  void noPasswordAndNoPlaceOnThisMachineIsWritten() throws IOException {
    try (SampleStudent ada = student()) {
      String home = System.getProperty("user.home");
      for (String secret :
          List.of(
              "primary_conninfo = 'host=127.0.0.1 password=tops3cret user=repl'",
              "CREATE ROLE repl REPLICATION PASSWORD 'tops3cret'",
              "ALTER USER repl WITH ENCRYPTED PASSWORD 'it''s tops3cret'",
              "primary_conninfo = 'user=repl password=''a tops3cret'' port=5432'",
              "PGPASSWORD=a,tops3cret;x psql",
              "psql postgresql://repl:tops3cret@127.0.0.1/postgres",
              "127.0.0.1:5432:*:repl:tops3cret",
              "password = \"tops3cret\"")) {
        ada.tells(new LabEvent.ActionStarted("hba", secret));
        ada.tells(SampleStudent.out("hba", secret));
        ada.tells(new LabEvent.Note("hba", secret + " " + ada.workspace.folder() + "/data"));
        ada.tells(new LabEvent.ActionEnded("hba", secret + " " + home + "/.psqlrc", true));
      }
    }
    String text = Files.readString(file());
    assertThat(text).doesNotContain("tops3cret");
    assertThat(text).doesNotContain(folder.toString());
    assertThat(text).doesNotContain(System.getProperty("user.home") + "/.psqlrc");
    assertThat(text).contains("WORKSPACE/data", "~/.psqlrc", "host=127.0.0.1", "user=repl");
  }

  @Test
  void wordsAboutPasswordsAreKept() {
    Discretion discretion = new Discretion(Path.of("/w"), Path.of("/h"));
    String words = "host all all 127.0.0.1/32 password";
    assertThat(discretion.of(words)).isEqualTo(words);
    assertThat(discretion.of("fe_sendauth: no password supplied"))
        .isEqualTo("fe_sendauth: no password supplied");
    assertThat(discretion.of("password_encryption = scram-sha-256"))
        .isEqualTo("password_encryption = scram-sha-256");
  }

  @Test
  void aLongOutputIsCutInItsMiddle() throws IOException {
    try (SampleStudent ada = student()) {
      ada.tells(new LabEvent.ActionStarted("copy", "cp -v"));
      for (int i = 1; i <= 100_000; i++) {
        ada.tells(SampleStudent.out("copy", "line " + i));
      }
      ada.tells(SampleStudent.out("copy", "x".repeat(1_000_000)));
      ada.tells(new LabEvent.ActionEnded("copy", "exit code 0", true));
    }
    assertThat(Files.size(file())).isLessThan(20_000);
    String done = Files.readAllLines(file()).getLast();
    assertThat(done)
        .contains("line 1\"", "99921 lines left out", "line 100000", "characters left out");
  }

  @Test
  void aJournalDoesNotGrowWithoutEnd() throws IOException {
    try (SampleStudent ada = student()) {
      for (int i = 0; i < 6_000; i++) {
        ada.tells(new LabEvent.ActionStarted("copy", "cp"));
        for (int j = 0; j < 3; j++) {
          ada.tells(SampleStudent.out("copy", "y".repeat(1_990)));
        }
        ada.tells(new LabEvent.ActionEnded("copy", "z".repeat(1_990), true));
      }
    }
    assertThat(Files.size(file())).isBetween(7L << 20, 9L << 20);
    assertThat(kinds()).endsWith("full");
    assertThatTheChainHolds();
  }

  @Test
  void serversThatStandStillWriteNothingAndMovingOnesOnceASecond() throws IOException {
    try (SampleStudent ada = student()) {
      for (int i = 0; i < 5; i++) {
        ada.serversMove(true, false, 0);
      }
      ada.journal().flush();
      assertThat(kinds()).containsExactly("opened", "servers");
      ada.serversMove(true, false, 100);
      ada.waits(Duration.ofMillis(-1_600));
      ada.serversMove(true, false, 100); // four tenths of a second later
      ada.waits(Duration.ofMillis(-1_600));
      ada.serversMove(true, true, 100); // a standby came: news at any time
    }
    assertThat(kinds()).containsExactly("opened", "servers", "servers", "servers");
  }

  @Test
  void aJournalThatCannotBeWrittenSaysSoOnceAndDisturbsNothing() throws IOException {
    Files.createDirectories(folder.resolve("lab"));
    SampleStudent probe = student();
    probe.close();
    Files.delete(file());
    Files.createDirectory(file());
    try (SampleStudent ada = student()) {
      ada.tries(ada.step("initdb"), Status.PASSED);
      ada.journal().flush();
      assertThat(ada.troubles).singleElement().asString().contains("the lab goes on");
    }
  }
}
