package replicationlab.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import replicationlab.postgres.cluster.ServerControl;
import replicationlab.process.RunningPrograms;
import replicationlab.progress.DrillMemory;
import replicationlab.progress.Workspace;
import replicationlab.run.TestLab;

/** What is found in a workspace's files after an interruption, told in its own sentence. */
class WorkspaceInspectionTest extends LeftWorkspace {

  @Test
  void anUntouchedWorkspaceIsNothingToSpeakOf() {
    assertThat(inspect()).isEmpty();
    begun("18");
    assertThat(inspect()).isEmpty();
  }

  @Test
  void aLabThatWasKilledIsTold() throws IOException {
    begun("18");
    opened(workspace.folder(), "");
    assertThat(inspect())
        .containsExactly(
            Finding.takenUp("The lab (process 99999999) was ended without being closed."));
  }

  @Test
  void aHalfMadeInitdbIsMovedAway() throws IOException {
    begun("18");
    write("data/PG_VERSION", "18\n");
    opened(workspace.folder(), INITDB);
    assertThat(inspect())
        .containsExactly(
            Finding.takenUp(
                "The lab (process 99999999) was ended without being closed, in the middle of: "
                    + INITDB),
            Finding.repaired(
                "data was only half made; it was moved to kept/data-1. Do the step again."));
    assertThat(workspace.primaryData()).doesNotExist();
    assertThat(workspace.folder().resolve("kept/data-1/PG_VERSION")).hasContent("18");
  }

  @Test
  void aHalfMadeInitdbOfALabThatHasPassedNothingYetIsMovedAway() throws IOException {
    write("data/PG_VERSION", "18\n");
    opened(workspace.folder(), INITDB);
    assertThat(inspect())
        .contains(
            Finding.repaired(
                "data was only half made; it was moved to kept/data-1. Do the step again."));
  }

  @Test
  void aHalfMadeCopyIsMovedAwayAndTheOriginalStays() throws IOException {
    begun("18");
    cluster("data", "18");
    write("data2/PG_VERSION", "18\n");
    opened(workspace.folder(), "cp -p -R data data2");
    assertThat(inspect())
        .contains(
            Finding.repaired(
                "data2 was only half made; it was moved to kept/data2-1. Do the step again."));
    assertThat(workspace.standbyData()).doesNotExist();
    assertThat(workspace.primaryData().resolve("global/pg_control")).exists();
  }

  @Test
  void anIncompleteClusterOfWhichNothingIsKnownStaysAndIsTold() throws IOException {
    begun("18");
    write("data2/PG_VERSION", "18\n");
    assertThat(inspect())
        .containsExactly(
            Finding.offered(
                "data2 holds no complete cluster; do its step again, which moves it to kept/."));
    assertThat(workspace.standbyData().resolve("PG_VERSION")).exists();
  }

  @Test
  void aDrillThatIsSetIsNoInterruptionAndItsAnswerIsNotGivenAway() throws IOException {
    begun("18");
    cluster("data", "18");
    checkpointAfter("refused");
    write("data2/PG_VERSION", "18\n");
    DrillMemory drills = new DrillMemory(workspace);
    drills.set("copied-into-itself", "Copied into itself");
    assertThat(inspect())
        .containsExactly(
            Finding.takenUp("The drill 'Copied into itself' is still set: find it and mend it."));
    drills.mended(true);
    assertThat(inspect()).singleElement().extracting(Finding::kind).isEqualTo(Finding.Kind.OFFERED);
  }

  @Test
  void aStepToGoBackToIsNamedByItsTitle() throws IOException {
    begun("18");
    cluster("data", "18");
    checkpointAfter("refused");
    write("data2/PG_VERSION", "18\n");
    UnaryOperator<String> titles = id -> id.equals("refused") ? "Be refused on the standby" : id;
    assertThat(new WorkspaceInspection(workspace, TestLab.opener(), words -> {}, titles).putRight())
        .containsExactly(
            Finding.offered(
                "data2 holds no complete cluster; do its step again, which moves it to kept/. Or go"
                    + " back to after 'Be refused on the standby'."));
  }

  @Test
  void aDamagedControlFileIsToldWithTheWayBack() throws IOException {
    begun("18");
    cluster("data", "18");
    checkpointAfter("initdb");
    Files.write(workspace.primaryData().resolve("global/pg_control"), new byte[8192]);
    assertThat(inspect())
        .containsExactly(
            Finding.offered(
                "data/global/pg_control is damaged, as by a power cut, and no server will start on"
                    + " it. Or go back to after 'initdb'."));
  }

  @Test
  void aKilledServerIsTold() throws IOException {
    begun("18");
    cluster("data", "18");
    pidFile("data", NOBODY, workspace.primaryData());
    assertThat(inspect())
        .containsExactly(
            Finding.offered(
                "The primary was killed, or the machine went down while it ran. Nothing that it had"
                    + " committed is lost: start it, and it replays its WAL."));
  }

  @Test
  void aKilledServersPidFileThatNamesAnotherProgramIsMovedAway() throws IOException {
    begun("18");
    cluster("data", "18");
    long us = ProcessHandle.current().pid();
    pidFile("data", us, workspace.primaryData());
    Path socketLock = workspace.sockets().resolve(".s.PGSQL." + ports.primary() + ".lock");
    Files.writeString(socketLock, us + "\n" + workspace.primaryData() + "\n");
    assertThat(inspect())
        .containsExactly(
            Finding.offered(
                "The primary was killed, or the machine went down while it ran. Nothing that it had"
                    + " committed is lost: start it, and it replays its WAL. Its postmaster.pid"
                    + " names a process that is not this server, and was moved to kept/."));
    assertThat(workspace.primaryData().resolve("postmaster.pid")).doesNotExist();
    assertThat(socketLock).doesNotExist();
  }

  /** As after a crash on a disk that was read-only then and let only the pid file go. */
  @Test
  void socketOfAServerOfWhichNothingElseIsLeftGoes() throws IOException {
    begun("18");
    cluster("data", "18");
    Path socket = workspace.sockets().resolve(".s.PGSQL." + ports.primary());
    Path socketLock = workspace.sockets().resolve(socket.getFileName() + ".lock");
    Files.createFile(socket);
    Files.writeString(
        socketLock, ProcessHandle.current().pid() + "\n" + workspace.primaryData() + "\n");
    assertThat(inspect()).isEmpty();
    assertThat(socketLock).doesNotExist();
    assertThat(socket).doesNotExist();
  }

  @Test
  void aPidFileThatCameWithTheCopyIsTheStudentsToRemove() throws IOException {
    begun("18");
    cluster("data", "18");
    cluster("data2", "18");
    pidFile("data2", NOBODY, workspace.primaryData());
    assertThat(inspect()).isEmpty();
    assertThat(workspace.standbyData().resolve("postmaster.pid")).exists();
  }

  @Test
  void aMovedWorkspacesSettingsFollow() throws IOException {
    begun("18");
    cluster("data", "18");
    cluster("data2", "18");
    String before = temporary.resolve("before").toString();
    write("data2/postgresql.conf", "port = 5433\nlog_directory = '" + before + "/logs'\n");
    opened(Path.of(before), "");
    assertThat(inspect())
        .contains(
            Finding.repaired(
                "The workspace was at "
                    + before
                    + " before; the settings that named that place name this one now:"
                    + " data2/postgresql.conf."));
    assertThat(workspace.standbyData().resolve("postgresql.conf"))
        .hasContent("port = 5433\nlog_directory = '" + workspace.logs() + "'\n");
  }

  @Test
  void aPlaceThatOnlyBeginsLikeTheOldOneStays() throws IOException {
    begun("18");
    cluster("data", "18");
    String before = workspace.folder().toString().replaceAll("b$", "");
    String settings =
        "a = '" + before + "'\nb = '" + before + "/logs'\nc = '" + workspace.logs() + "'\n";
    write("data/postgresql.conf", settings);
    opened(Path.of(before), "");
    inspect();
    assertThat(workspace.primaryData().resolve("postgresql.conf"))
        .hasContent(
            "a = '%s'\nb = '%s'\nc = '%s'\n"
                .formatted(workspace.folder(), workspace.logs(), workspace.logs()));
  }

  @Test
  void aTakenPortIsToldWithFreeOnes() throws IOException {
    begun("18");
    try (ServerSocket _ = new ServerSocket(ports.standby(), 1, InetAddress.getLoopbackAddress())) {
      assertThat(inspect())
          .singleElement()
          .satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.OFFERED);
            assertThat(finding.words())
                .startsWith("Port " + ports.standby() + " of this lab is taken by ")
                .contains("(process " + ProcessHandle.current().pid() + ") meanwhile; the ports ")
                .endsWith(" are free, and the lab can move to them: its settings follow.");
          });
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCommandThatNobodyWaitsForIsEnded(boolean startedBeforeTheMove) throws IOException {
    begun("18");
    Path before = startedBeforeTheMove ? temporary.resolve("before") : workspace.folder();
    opened(before, "");
    ProcessBuilder command = new ProcessBuilder("sleep", "600");
    command.environment().put(ServerControl.OWNER_VARIABLE, before.toString());
    Process left = command.start();
    ProcessBuilder foreign = new ProcessBuilder("sleep", "600");
    foreign.environment().put(ServerControl.OWNER_VARIABLE, temporary.resolve("x").toString());
    Process others = foreign.start();
    try {
      assertThat(inspect())
          .contains(
              Finding.repaired(
                  "Commands of the lab still ran without anybody waiting for them: sleep. They were"
                      + " ended; the servers were not."));
      assertThat(RunningPrograms.runs(left.pid())).isFalse();
      assertThat(RunningPrograms.runs(others.pid())).isTrue();
    } finally {
      left.destroyForcibly();
      others.destroyForcibly();
    }
  }

  @Test
  void anotherLabThatIsAtWorkWhereThisOneWasIsLeftAlone() throws IOException {
    begun("18");
    Path before = Workspace.open(temporary.resolve("before")).folder();
    opened(before, "");
    ProcessBuilder command = new ProcessBuilder("sleep", "600");
    command.environment().put(ServerControl.OWNER_VARIABLE, before.toString());
    Process others = command.start();
    try {
      inspect();
      assertThat(RunningPrograms.runs(others.pid())).isTrue();
    } finally {
      others.destroyForcibly();
    }
  }

  @Test
  void aSecondLookFindsNothingMore() throws IOException {
    begun("18");
    write("data/PG_VERSION", "18\n");
    write("progress.json.new", "{");
    write("checkpoints/staging/half", "half");
    opened(workspace.folder(), INITDB);
    assertThat(inspect()).hasSize(4);
    // Whoever works here next writes the logbook anew.
    Files.delete(workspace.openedFile());
    assertThat(inspect()).isEmpty();
  }
}
