package replicationlab.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import replicationlab.checkpoint.Checkpoint;
import replicationlab.checkpoint.CheckpointStore;
import replicationlab.checkpoint.Restoration;
import replicationlab.progress.ProgressFile;

/** What is found of the lab's own notes: progress, logbook, checkpoints, a going back. */
class LeftNotesTest extends LeftWorkspace {

  @Test
  void aHalfWrittenProgressFileIsReplacedByTheOneBefore() throws IOException {
    begun("18");
    ProgressFile file = new ProgressFile(workspace);
    file.save(file.load().withStep("initdb", true));
    file.save(file.load().withStep("loopback", true));
    write("progress.json", "{\"lab\":\"lab-exer");
    assertThat(inspect())
        .containsExactly(
            Finding.repaired(
                "progress.json could not be read; what had passed is known from the one before it."
                    + " A step that passed last may have to be checked again."));
    assertThat(file.load().passed()).containsExactly("initdb");
    assertThat(workspace.folder().resolve("progress.json.broken")).exists();
  }

  @Test
  void aLostProgressFileIsReplacedByTheNewestCheckpoints() throws IOException {
    begun("18");
    cluster("data", "18");
    checkpointAfter("initdb");
    Files.delete(workspace.progressFile());
    Files.deleteIfExists(workspace.progressBefore());
    assertThat(inspect())
        .containsExactly(
            Finding.repaired(
                "progress.json could not be read; what had passed is known from the checkpoint"
                    + " after 'initdb'."));
    assertThat(new ProgressFile(workspace).load().passed()).containsExactly("initdb");
  }

  @Test
  void aHalfWrittenProgressFileWithoutAnyOtherIsSetAside() throws IOException {
    write("progress.json", "{\"lab\":\"lab-exer");
    assertThat(inspect())
        .containsExactly(
            Finding.offered(
                "progress.json could not be read and was set aside as progress.json.broken; run the"
                    + " steps again, or only check them: what is done passes."));
    assertThat(workspace.folder().resolve("progress.json.broken")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}"})
  void notesThatSayNothingAreBrokenOnes(String nothing) throws IOException {
    write("progress.json", nothing);
    write("opened.json", nothing);
    assertThat(inspect())
        .extracting(Finding::words)
        .anyMatch(words -> words.startsWith("opened.json, in which the lab notes"))
        .anyMatch(words -> words.startsWith("progress.json could not be read and was set aside"));
  }

  @Test
  void aHalfWrittenLogbookIsTold() throws IOException {
    begun("18");
    write("opened.json", "{\"folder\":\"/home/stud");
    assertThat(inspect())
        .containsExactly(
            Finding.takenUp(
                "opened.json, in which the lab notes what it is doing, was written by half; the lab"
                    + " was ended in that moment, or the machine went down."));
  }

  @Test
  void halfWrittenFilesGoAndTheStudentsStay() throws IOException {
    begun("18");
    cluster("data", "18");
    write("data/postgresql.conf.replication-lab", "port = 54");
    write("data/postgresql.conf.mine", "port = 54");
    write("progress.json.new", "{");
    assertThat(inspect())
        .containsExactly(
            Finding.repaired(
                "Files that were half written were removed; the whole ones are there:"
                    + " progress.json.new, data/postgresql.conf.replication-lab."));
    assertThat(workspace.primaryData().resolve("postgresql.conf.mine")).exists();
    assertThat(workspace.primaryData().resolve("postgresql.conf.replication-lab")).doesNotExist();
  }

  @Test
  void aHalfMadeCheckpointIsRemoved() throws IOException {
    begun("18");
    write("checkpoints/staging/half", "half");
    assertThat(inspect())
        .containsExactly(Finding.repaired("A checkpoint that was half made was removed."));
    assertThat(workspace.checkpoints().resolve("staging")).doesNotExist();
  }

  @Test
  void aGoingBackThatHadNotBegunInEarnestIsForgotten() throws IOException {
    begun("18");
    cluster("data", "18");
    write("going-back/new/data/PG_VERSION", "18\n");
    assertThat(inspect())
        .containsExactly(
            Finding.repaired("Going back had not begun in earnest; the lab is as it was before."));
    assertThat(workspace.primaryData().resolve("global/pg_control")).exists();
    assertThat(workspace.goingBack()).doesNotExist();
  }

  @Test
  void aGoingBackThatWasUnderWayIsBroughtToItsEnd() throws IOException {
    begun("18");
    cluster("data", "18");
    Checkpoint checkpoint = checkpointAfter("initdb");
    write("data/postgresql.conf", "port = 1\n");
    // A folder that cannot be renamed onto: the exchange stops in the middle.
    write("going-back/blocked", "");
    new Restoration(workspace, new CheckpointStore(workspace))
        .carryOut(checkpoint, checkpoint.progress(), false);
    assertThat(workspace.primaryData().resolve("postgresql.conf")).doesNotExist();
    write(
        "going-back/plan.json",
        "{\"checkpoint\":\"1\",\"folders\":[\"data\",\"data2\"],\"progress\":"
            + Files.readString(workspace.progressFile())
            + ",\"keepOld\":false}");
    write("going-back/new/data2/PG_VERSION", "18\n");
    assertThat(inspect())
        .contains(
            Finding.repaired(
                "Going back to checkpoint 1 was interrupted; it has been brought to its end."));
    assertThat(workspace.standbyData().resolve("PG_VERSION")).exists();
    assertThat(workspace.goingBack()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"checkpoint\": \"1\", \"fol", "{}"})
  void aGoingBackWhosePlanIsDamagedIsTakenBack(String plan) throws IOException {
    begun("18");
    cluster("data", "18");
    // As a power cut may leave it: one folder exchanged, one in between, one not yet.
    write("data/came-from-checkpoint", "");
    write("going-back/plan.json", plan);
    write("going-back/old/data/mine", "today's work");
    write("going-back/old/data2/mine", "today's work too");
    write("going-back/new/data2/PG_VERSION", "18\n");
    assertThat(inspect())
        .contains(
            Finding.repaired(
                "Going back was interrupted, and its plan was damaged; the files are those from"
                    + " before. Check the steps that have passed."));
    assertThat(workspace.primaryData().resolve("mine")).hasContent("today's work");
    assertThat(workspace.standbyData().resolve("mine")).hasContent("today's work too");
    assertThat(workspace.folder().resolve("kept/data-1/came-from-checkpoint")).exists();
    assertThat(workspace.goingBack()).doesNotExist();
  }

  @Test
  void aResetThatWasInterruptedIsToldAndBroughtToItsEnd() throws IOException {
    begun("18");
    cluster("data", "18");
    cluster("data2", "18");
    write("notes.txt", "mine");
    Path stubborn = Files.createDirectories(workspace.folder().resolve("kept/data-1"));
    leaveHalfReset();
    assertThat(workspace.primaryData()).doesNotExist();
    assertThat(inspect())
        .containsExactly(
            Finding.repaired("A reset was interrupted; it has been brought to its end."));
    assertThat(stubborn).doesNotExist();
    assertThat(workspace.whatResetDeletes())
        .containsExactlyInAnyOrder(workspace.logs(), workspace.sockets());
    assertThat(workspace.folder().resolve("notes.txt")).hasContent("mine");
    assertThat(inspect()).isEmpty();
  }

  @Test
  void aResetIsNotFinishedUnderAServer() throws IOException {
    begun("18");
    cluster("data", "18");
    leaveHalfReset();
    cluster("data", "18");
    pidFile("data", ProcessHandle.current().pid(), workspace.primaryData());
    assertThat(new ResetAsLeft(workspace, data -> true).finish())
        .contains(
            Finding.offered(
                "A reset was interrupted, and a server runs here again; reset the lab once more, or"
                    + " go on with what is left."));
    assertThat(workspace.primaryData()).exists();
  }

  @Test
  void aResetIsNotFinishedOverWhatWasMadeByHandSince() throws IOException {
    begun("18");
    cluster("data", "18");
    leaveHalfReset();
    cluster("data", "18");
    Path made = workspace.primaryData().resolve("PG_VERSION");
    Files.setLastModifiedTime(made, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(new ResetAsLeft(workspace, data -> false).finish())
        .contains(
            Finding.offered(
                "A reset was interrupted, and "
                    + workspace.primaryData()
                    + " has been written to since; reset the lab once more, or go on with what is"
                    + " left."));
    assertThat(made).exists();
  }

  /** As if the program had been killed after the first folder. */
  private void leaveHalfReset() throws IOException {
    write(".reset-under-way", "");
    workspace.delete(workspace.primaryData());
  }
}
