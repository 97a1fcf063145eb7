package replicationlab.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.check.Verdict;
import replicationlab.run.LabEvent;
import replicationlab.run.StepState.Status;

/** A file as it was exported, and what an edit anywhere in it looks like. */
class EvidenceFileTest {

  @TempDir Path folder;
  private Path file = Path.of("");
  private List<String> lines = List.of();

  @BeforeEach
  void exportOneOfEveryKindOfLine() throws IOException {
    file = folder.resolve("ada.evidence");
    try (SampleStudent ada = new SampleStudent(folder.resolve("lab"))) {
      ada.tries(ada.step("initdb"), Status.FAILED);
      ada.tries(ada.step("initdb"), Status.PASSED);
      ada.tells(new LabEvent.Note("loopback", "psql is built in"));
      ada.tells(new LabEvent.Predicted("copy", "What will be in data2?", List.of("Files."), true));
      ada.serversMove(true, true, 100);
      ada.proves(Verdict.PASSED);
      ada.export("Ada Lovelace", file);
    }
    lines = Files.readAllLines(file);
  }

  private Evidence opened() {
    return (Evidence) EvidenceFile.open(file);
  }

  private void write(List<String> edited) throws IOException {
    Files.write(file, edited);
  }

  @Test
  void whatWasExportedIsReadAsItWas() {
    Evidence ada = opened();
    assertThat(ada.seal().asExported()).isTrue();
    assertThat(ada.sentence()).startsWith("As exported on ");
    assertThat(ada.who()).isEqualTo("Ada Lovelace");
    assertThat(ada.lab()).isEqualTo("lab-exercise-1");
    assertThat(ada.machine()).isEqualTo(SampleStudent.MACHINE);
    assertThat(ada.steps()).hasSize(17);
    assertThat(ada.steps().getFirst().state()).isEqualTo(StepRecord.State.PASSED);
    assertThat(ada.steps().getFirst().attempts()).isEqualTo(2);
    assertThat(ada.proof()).isEqualTo("passed");
    assertThat(Replay.of(ada).servers()).hasSize(1);
    assertThat(Replay.of(ada).moments())
        .filteredOn(moment -> moment.step().equals("Copy the files"))
        .singleElement()
        .satisfies(moment -> {
          assertThat(moment.heading()).isEqualTo("What will be in data2?");
          assertThat(moment.lines()).containsExactly("predicted: Files.", "which is right");
        });
  }

  @Test
  void anEditOfAnyValueIsSeenAndItsLineIsNamed() throws IOException {
    int edits = 0;
    Set<String> fields = new LinkedHashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      ObjectNode line = Chain.parse(lines.get(i)).orElseThrow();
      for (Edit edit : edits(line, line.path("kind").asText())) {
        edit.apply().run();
        List<String> edited = new ArrayList<>(lines);
        edited.set(i, Chain.text(line));
        edit.undo().run();
        write(edited);
        edits++;
        fields.add(edit.field());
        if (edit.field().equals("evidence.kind") || edit.field().equals("evidence.format")) {
          assertThat(EvidenceFile.open(file))
              .as(edit.field())
              .isInstanceOf(Opened.Unreadable.class);
          continue;
        }
        Seal seal = opened().seal();
        assertThat(seal.asExported()).as(edit.field()).isFalse();
        assertThat(seal.line()).as(edit.field()).isEqualTo(i + 1);
        assertThat(seal.sentence()).as(edit.field()).contains("line " + (i + 1));
      }
    }
    assertThat(edits).isGreaterThan(300);
    assertThat(fields)
        .contains(
            "evidence.who",
            "evidence.postgres",
            "step.attempts",
            "step.state",
            "result.evidence.verdict",
            "result.at",
            "done.output",
            "servers.primary.lsn",
            "proof.rows.answer",
            "command.shown",
            "seal.journal",
            "opened.hash");
  }

  private record Edit(String field, Runnable apply, Runnable undo) {}

  private static List<Edit> edits(JsonNode node, String field) {
    List<Edit> all = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> each : List.copyOf(object.properties())) {
        String name = field + "." + each.getKey();
        JsonNode value = each.getValue();
        if (value.isValueNode()) {
          all.add(
              new Edit(
                  name,
                  () -> object.set(each.getKey(), other(value)),
                  () -> object.set(each.getKey(), value)));
        } else {
          all.addAll(edits(value, name));
        }
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        JsonNode value = array.get(i);
        if (value.isValueNode()) {
          all.add(
              new Edit(field, () -> array.set(index, other(value)), () -> array.set(index, value)));
        } else {
          all.addAll(edits(value, field));
        }
      }
    }
    return all;
  }

  private static JsonNode other(JsonNode value) {
    if (value.isBoolean()) {
      return BooleanNode.valueOf(!value.asBoolean());
    }
    return value.isNumber()
        ? IntNode.valueOf(value.asInt() + 1)
        : TextNode.valueOf(value.asText() + "x");
  }

  @Test
  void aLineThatIsGoneMovedDoubledOrAddedIsSeen() throws IOException {
    for (int i = 1; i < lines.size(); i++) {
      List<String> shorter = new ArrayList<>(lines);
      shorter.remove(i);
      write(shorter);
      assertThat(opened().seal().asExported()).as("without line %s", i + 1).isFalse();
      List<String> doubled = new ArrayList<>(lines);
      doubled.add(i, lines.get(i));
      write(doubled);
      assertThat(opened().seal().asExported()).as("line %s twice", i + 1).isFalse();
      if (i > 1) {
        List<String> swapped = new ArrayList<>(lines);
        Collections.swap(swapped, i - 1, i);
        write(swapped);
        assertThat(opened().seal().asExported()).as("line %s before its time", i + 1).isFalse();
      }
    }
    List<String> tail = new ArrayList<>(lines.subList(0, lines.size() - 3));
    tail.add(lines.getLast());
    write(tail);
    assertThat(opened().sentence()).contains("lines are missing before the seal");
    write(lines.subList(0, 20));
    assertThat(opened().sentence()).isEqualTo("Edited: the end is missing after line 20.");
  }

  @Test
  void aNameTwiceInOneLineIsSeen() throws IOException {
    List<String> edited = new ArrayList<>(lines);
    edited.set(3, "{\"state\":\"passed\"," + lines.get(3).substring(1));
    write(edited);
    assertThat(opened().sentence()).isEqualTo("Edited: line 4 is no longer JSON.");
  }

  @Test
  void lineEndsSpacesAndAByteOrderMarkAreNoEdit() throws IOException {
    Files.writeString(
        file, "\uFEFF" + String.join("\r\n", lines).replace("\":", "\" : ") + "\r\n\r\n");
    assertThat(opened().seal().asExported()).as(opened().sentence()).isTrue();
  }

  @Test
  void whatIsNoEvidenceSaysWhatItIsInOneSentence() throws IOException {
    Files.writeString(file, "%PDF-1.7");
    assertThat(EvidenceFile.open(file).sentence())
        .isEqualTo("ada.evidence is not an evidence file of Replication Lab.");
    Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
    assertThat(EvidenceFile.open(file).sentence()).endsWith("of Replication Lab.");
    Files.writeString(file, "");
    assertThat(EvidenceFile.open(file).sentence()).endsWith("of Replication Lab.");
    Files.writeString(file, lines.getFirst().replace("\"format\":1", "\"format\":7"));
    assertThat(EvidenceFile.open(file).sentence()).contains("has the format 7");
    assertThat(EvidenceFile.open(folder.resolve("nobody.evidence")).sentence())
        .isEqualTo("nobody.evidence does not exist.");
    assertThat(EvidenceFile.open(folder).sentence()).contains("is a folder");
  }

  @Test
  void nothingIsExportedFromAnUntouchedWorkspace() throws IOException {
    try (SampleStudent ada = new SampleStudent(folder.resolve("other"))) {
      ada.journal().flush();
      Files.delete(ada.workspace.journalFile());
      assertThatThrownBy(() -> ada.export("Ada", folder.resolve("other.evidence")))
          .hasMessageContaining("no evidence to export yet");
    }
    assertThat(folder.resolve("other.evidence")).doesNotExist();
  }

  @Test
  void aNameIsMadeFitForEverySystem() {
    assertThat(EvidenceFile.name("Ada Lovelace", "lab")).isEqualTo("Ada-Lovelace-lab.evidence");
    assertThat(EvidenceFile.name("../é/ü:*?", "lab")).isEqualTo("é-ü-lab.evidence");
    assertThat(EvidenceFile.name(" ", "lab")).isEqualTo("student-lab.evidence");
  }
}
