package replicationlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.evidence.Evidence;
import replicationlab.evidence.EvidenceFile;
import replicationlab.evidence.Replay;
import replicationlab.evidence.SampleStudent;
import replicationlab.progress.Workspace;
import replicationlab.run.TestLab;

/** From a lab that was done to a file that was handed in, on the command line. */
@SuppressWarnings("NullAway.Init") // @BeforeEach does it
class EvidenceCommandTest {

  @TempDir Path folder;

  private CalledProgram program;

  @BeforeEach
  void callable() {
    program = new CalledProgram(folder);
  }

  @Test
  @Tag("lab")
  void aRealLabIsExportedAndVerifies() throws IOException {
    String workspace = folder.resolve("lab").toString();
    String ports = TestLab.freePorts().toString();
    assertThat(
            program.run("lab", "run", "lab-exercise-1", "--workspace", workspace, "--ports", ports))
        .as(program.out() + program.err())
        .isZero();
    Path file = folder.resolve("ada.evidence");
    assertThat(
            program.run(
                "evidence",
                "export",
                "--workspace",
                workspace,
                "--name",
                "Ada Lovelace",
                "-o",
                file.toString()))
        .as(program.out() + program.err())
        .isZero();
    assertThat(program.out()).contains("17 of 17 steps passed, by Ada Lovelace");
    assertThat(program.run("evidence", "verify", file.toString())).as("%s", program.out()).isZero();
    assertThat(program.out()).contains("As exported on ");

    Evidence ada = (Evidence) EvidenceFile.open(file);
    assertThat(ada.machine().postgres()).startsWith("18.");
    assertThat(ada.steps()).allMatch(step -> step.attempts() == 1 && step.failures() == 0);
    Replay replay = Replay.of(ada);
    assertThat(replay.moments())
        .anyMatch(moment -> moment.heading().contains("initdb"))
        .anyMatch(moment ->
            moment.lines().stream().anyMatch(line -> line.contains("read-only transaction")));
    assertThat(replay.servers()).anyMatch(sighting -> sighting.primaryLsn() != null);
    assertThat(Files.readString(file)).doesNotContain(workspace);
    assertThat(Files.size(file)).isLessThan(200_000);
  }

  @Test
  void anEditedFileAndAnUnreadableOneHaveExitCodesOfTheirOwn() throws IOException {
    Path ada = SampleStudent.file(folder, "Ada", 17, 1);
    Path bob = SampleStudent.file(folder, "Bob", 5, 2);
    assertThat(program.run("evidence", "verify", ada.toString(), bob.toString())).isZero();
    Files.writeString(
        bob, Files.readString(bob).replaceFirst("\"state\":\"failed\"", "\"state\":\"passed\""));
    assertThat(program.run("evidence", "verify", folder.toString())).isEqualTo(1);
    assertThat(program.out()).contains("(Bob): Edited: line 7, step first-table,");
    assertThat(program.run("evidence", "verify", "--json", folder.toString())).isEqualTo(1);
    JsonNode answer = program.json();
    assertThat(answer).hasSize(2);
    assertThat(answer.get(0).get("seal").asText()).isEqualTo("as exported");
    assertThat(answer.get(1).get("seal").asText()).isEqualTo("edited");
    assertThat(answer.get(1).get("who").asText()).isEqualTo("Bob");
    assertThat(answer.get(1).get("sentence").asText()).startsWith("Edited: line 7");
    assertThat(program.run("evidence", "verify", folder + "/nobody.evidence", bob.toString()))
        .isEqualTo(2);
    assertThat(program.out()).contains("does not exist").hasLineCount(2);
    assertThat(program.run("evidence", "verify", folder.resolve("of-1").toString())).isEqualTo(2);
    assertThat(program.err()).contains("There is no file that ends with .evidence");
  }

  @Test
  void theOverviewSaysWhoIsWhereAndWhatIsHard() throws IOException {
    SampleStudent.file(folder, "Ada", 17, 1);
    SampleStudent.file(folder, "Bob", 5, 2);
    assertThat(program.run("evidence", "overview", folder.toString())).isZero();
    assertThat(program.out())
        .contains("17/17", "5/17", "6 of 17 · ", "The hardest steps:", "As exported on ")
        .doesNotContain("first-table");
    assertThat(program.run("evidence", "overview", folder.toString(), "--json")).isZero();
    JsonNode answer = program.json();
    assertThat(answer.get("students")).hasSize(2);
    assertThat(answer.get("students").get(0).get("steps")).hasSize(17);
    assertThat(answer.get("students").get(0).get("seal").asText()).isEqualTo("as exported");
    assertThat(answer.get("students").get(1).get("at").asText()).isEqualTo("first-table");
    assertThat(answer.get("hardest").get(0).get("failures").isInt()).isTrue();
  }

  @Test
  void nothingIsExportedFromAFolderThatIsNoWorkspace() {
    assertThat(program.run("evidence", "export", "--workspace", folder.toString(), "--name", "Ada"))
        .isEqualTo(2);
    assertThat(program.err()).contains("is not a workspace").hasLineCount(1);
  }

  @Test
  void aFileThatIsNoEvidenceIsNotReplaced() throws IOException {
    String workspace = Workspace.open(folder.resolve("lab")).folder().toString();
    Path mine = Files.writeString(folder.resolve("notes.txt"), "mine");
    String[] export = {"evidence", "export", "--workspace", workspace, "-o", mine.toString()};
    assertThat(program.run(export)).isEqualTo(2);
    assertThat(program.err()).contains("exists already and is no evidence").hasLineCount(1);
    assertThat(mine).hasContent("mine");
  }

  @Test
  void everyCommandExplainsItself() {
    for (String command : new String[] {"export", "verify", "overview"}) {
      assertThat(program.run("evidence", command, "--help")).isZero();
      assertThat(program.out()).contains("Usage:");
    }
  }
}
