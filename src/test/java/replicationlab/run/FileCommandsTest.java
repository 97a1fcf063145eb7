package replicationlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import replicationlab.policy.CommandWords;
import replicationlab.process.Cancellation;
import replicationlab.process.OutputLine;
import replicationlab.progress.Workspace;

/** What the labs do with files, where the machine has no programs for it. */
class FileCommandsTest {

  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2010-09-20T12:00:00Z"));

  @TempDir Path temporary;

  private final List<OutputLine> output = new ArrayList<>();
  private final Cancellation cancellation = new Cancellation();
  private Workspace workspace;
  private Path folder;

  @BeforeEach
  void aClusterLikeFolder() throws IOException {
    workspace = Workspace.open(temporary.resolve("lab"));
    folder = workspace.folder();
    Files.createDirectories(folder.resolve("data/base/1"));
    write("data/base/1/1259", "rows");
    write("data/postmaster.pid", "4711");
  }

  @Test
  void copiesACompleteFolderWithPermissionsAndTimes() throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(
          folder.resolve("data"), PosixFilePermissions.fromString("rwx------"));
      Files.createSymbolicLink(folder.resolve("data/link"), Path.of("base"));
    }
    Files.setLastModifiedTime(folder.resolve("data/base/1/1259"), LONG_AGO);
    Files.setLastModifiedTime(folder.resolve("data"), LONG_AGO);

    assertThat(run("cp -p -R data data2")).isZero();

    assertThat(folder.resolve("data2/base/1/1259")).hasContent("rows");
    assertThat(Files.getLastModifiedTime(folder.resolve("data2/base/1/1259"))).isEqualTo(LONG_AGO);
    assertThat(Files.getLastModifiedTime(folder.resolve("data2"))).isEqualTo(LONG_AGO);
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      assertThat(Files.getPosixFilePermissions(folder.resolve("data2")))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
      assertThat(folder.resolve("data2/link")).isSymbolicLink();
    }
    assertThat(output).isEmpty();
  }

  @Test
  void copiesIntoAFolderThatIsThereAndOverAFileThatIsThere() throws IOException {
    Files.createDirectory(folder.resolve("archive"));
    write("sample", "new");
    write("data/recovery.conf", "old");

    assertThat(run("cp -R data archive")).isZero();
    assertThat(run("cp sample data/recovery.conf")).isZero();

    assertThat(folder.resolve("archive/data/postmaster.pid")).hasContent("4711");
    assertThat(folder.resolve("data/recovery.conf")).hasContent("new");
  }

  @Test
  void copiesNoFolderWithoutBeingToldAndNoneIntoItself() {
    assertThat(run("cp data data2")).isEqualTo(1);
    assertThat(folder.resolve("data2")).doesNotExist();
    assertThat(run("cp -R data data/copy")).isEqualTo(1);
    assertThat(folder.resolve("data/copy")).doesNotExist();
    assertThat(texts()).anyMatch(text -> text.contains("-R copies it"));
    assertThat(texts()).anyMatch(text -> text.contains("into itself"));
  }

  @Test
  void stopsCopyingWhenCancelled() {
    cancellation.cancel();

    assertThatThrownBy(() -> run("cp -p -R data data2")).isInstanceOf(CancellationException.class);
    assertThat(folder.resolve("data2/postmaster.pid")).doesNotExist();
  }

  @Test
  void removesFilesAndFoldersButFollowsNoLink() throws IOException {
    Path outside = Files.writeString(temporary.resolve("outside"), "mine");
    Files.createSymbolicLink(folder.resolve("data/base/link"), temporary);

    assertThat(run("rm data/postmaster.pid")).isZero();
    assertThat(run("rm data")).isEqualTo(1);
    assertThat(folder.resolve("data")).isDirectory();
    assertThat(run("rm -R data")).isZero();

    assertThat(folder.resolve("data")).doesNotExist();
    assertThat(outside).exists();
    assertThat(run("rm data/postmaster.pid")).isEqualTo(1);
    assertThat(texts().getLast()).startsWith("rm: ").contains("there is no such file");
  }

  @Test
  void touchesAndMakesFolders() throws IOException {
    Files.setLastModifiedTime(folder.resolve("data/postmaster.pid"), LONG_AGO);

    assertThat(run("touch data/standby.signal data/postmaster.pid")).isZero();
    assertThat(run("mkdir a/b")).isEqualTo(1);
    assertThat(run("mkdir -p a/b")).isZero();
    assertThat(run("mkdir -p a/b")).isZero();

    assertThat(folder.resolve("data/standby.signal")).isEmptyFile();
    assertThat(Files.getLastModifiedTime(folder.resolve("data/postmaster.pid")))
        .isGreaterThan(LONG_AGO);
    assertThat(folder.resolve("a/b")).isDirectory();
  }

  @Test
  void showsAFileOrItsEnd() throws IOException {
    write("log", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n");

    assertThat(run("cat data/postmaster.pid")).isZero();
    assertThat(run("tail -n 2 log")).isZero();
    assertThat(texts()).containsExactly("4711", "10", "11");
    output.clear();
    assertThat(run("tail log")).isZero();
    assertThat(texts()).hasSize(10).startsWith("2").endsWith("11");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cp -l data data2", "rm", "cp data", "tail -f log", "cat -n log"})
  void saysWhatItCannotDo(String line) {
    assertThat(run(line)).isEqualTo(1);
    assertThat(output)
        .singleElement()
        .satisfies(said -> assertThat(said.stream()).isEqualTo(OutputLine.Stream.ERR));
  }

  @Test
  void stepsInOnlyWhereTheRealProgramIsMissing() throws IOException {
    Path bin = Files.createDirectory(temporary.resolve("bin"));
    write(bin.resolve("cp").toString(), "#!/bin/sh\n");
    assertThat(FileCommands.isInstalled("cp", bin.toString()))
        .isEqualTo(bin.resolve("cp").toFile().canExecute());
    assertThat(bin.resolve("cp").toFile().setExecutable(true)).isTrue();

    assertThat(FileCommands.isInstalled("cp", "/no-such-folder" + java.io.File.pathSeparator + bin))
        .isTrue();
    assertThat(FileCommands.isInstalled("rm", bin.toString())).isFalse();
    assertThat(FileCommands.isInstalled("cp", "")).isFalse();
  }

  private int run(String line) {
    return new FileCommands(workspace, output::add, cancellation).run(CommandWords.parse(line));
  }

  private List<String> texts() {
    return output.stream().map(OutputLine::text).toList();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
