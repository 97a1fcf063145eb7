package replicationlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.process.CommandRequest;
import replicationlab.process.CommandResult;
import replicationlab.process.CommandRunner;

/** Which Java the shell's launcher takes; the Javas are fakes that say where they are. */
@DisabledOnOs(OS.WINDOWS) // a shell's
class LauncherTest {

  private static final String WITH_OPTIONS = " -XX:+UseSerialGC ";

  @TempDir private Path folder;
  private Path launcher;
  private Path usual;
  private Path onPath;

  @BeforeEach
  void somewhereElse() throws IOException {
    usual = Files.createDirectories(folder.resolve("usual"));
    // Its tools without the Java that may be among them.
    onPath = folder.resolve("on path");
    for (String tool : List.of("mkdir", "readlink", "find", "rm")) {
      program(onPath.resolve(tool), "PATH=/usr/bin:/bin\nexec %s \"$@\"".formatted(tool));
    }
    String script = Files.readString(Path.of("src/main/launcher/replication-lab"));
    assertThat(script).contains("/usr/lib/jvm/*", "/usr/java/*", " /Library/Java");
    launcher = folder.resolve("my app/replication-lab");
    program(
        launcher,
        script
            .replace("/usr/lib/jvm", usual.toString())
            .replace("/usr/java", usual + "/none")
            .replace(" /Library/Java", " " + usual + "/none"));
  }

  private static void program(Path file, String script) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** A fake that has to be asked for its version. */
  private Path silent(String home, String version) throws IOException {
    Path java = folder.resolve(home).resolve("bin/java");
    program(
        java,
        """
        if [ "$*" = -version ]; then
          echo 'Picked up JAVA_TOOL_OPTIONS: -Da="1"' >&2
          echo 'openjdk version "%s" 2030-01-01' >&2
        else
          echo "%s" "$@"
        fi
        """
            .formatted(version, java));
    return folder.resolve(home);
  }

  private Path java(String home, String version) throws IOException {
    Path java = silent(home, "1.4, if it were asked");
    Files.writeString(
        java.resolve("release"),
        """
        IMPLEMENTOR="Somebody"
        JAVA_VERSION_DATE="2030-01-01"
        JAVA_VERSION="%s"
        OS_NAME="Any"
        """
            .formatted(version));
    return java;
  }

  private void putOnPath(Path home) throws IOException {
    Files.createSymbolicLink(onPath.resolve("java"), home.resolve("bin/java"));
  }

  private CommandResult start(Object javaHome) {
    return start(launcher, javaHome);
  }

  private CommandResult start(Path asked, Object javaHome) {
    return new CommandRunner()
        .run(
            new CommandRequest(
                List.of(asked.toString(), "slides", "a b"),
                folder,
                Map.of(
                    "JAVA_HOME",
                    javaHome.toString(),
                    "PATH",
                    onPath.toString(),
                    "HOME",
                    folder.resolve("home").toString(),
                    "XDG_CACHE_HOME",
                    folder.resolve("cache").toString()),
                Duration.ofMinutes(1)));
  }

  private void assertStarts(Path home, Object javaHome) {
    assertThat(start(javaHome).text())
        .startsWith(home + "/bin/java" + WITH_OPTIONS)
        .endsWith(" -jar " + launcher.resolveSibling("replication-lab.jar") + " slides a b");
    assertThat(folder.resolve("cache/replication-lab/classes")).isDirectory();
  }

  @Test
  void javaHomeIsAskedFirstThenThePathThenTheUsualFolders() throws IOException {
    java("usual/a-17", "17.0.15");
    Path inUsual = java("usual/b 25", "25.0.3");
    Path old = java("old", "1.8.0_392");
    assertStarts(inUsual, "");
    assertStarts(inUsual, old);
    assertStarts(inUsual, folder.resolve("not there"));
    // As Debian does it, by way of two links.
    Path first = java("first", "25");
    Files.createSymbolicLink(folder.resolve("link"), first.resolve("bin/java"));
    Files.createSymbolicLink(onPath.resolve("java"), folder.resolve("link"));
    assertStarts(first, "");
    assertStarts(first, old);
    Path chosen = java("chosen", "26-ea");
    assertStarts(chosen, chosen);
  }

  @Test
  void aLinkToItFindsTheProgramToo() throws IOException {
    Path java = java("new", "25");
    Path link = Files.createSymbolicLink(folder.resolve("link to it"), launcher);
    assertThat(start(link, java).text())
        .endsWith(" -jar " + launcher.resolveSibling("replication-lab.jar") + " slides a b");
  }

  @Test
  void anOlderOneOnThePathIsPassedBy() throws IOException {
    putOnPath(java("old", "17.0.15"));
    Path kept = java("home/.sdkman/candidates/java/25.0.1-tem", "25.0.1");
    assertStarts(kept, "");
  }

  @Test
  void whereAllAreOlderOneSentenceSaysSo() throws IOException {
    java("usual/a-21", "21.0.1");
    Path old = java("old", "1.8.0_392");
    putOnPath(java("on-path-17", "17.0.15"));
    assertRefuses(old, "Java 8 (" + old + "/bin/java)");
    assertRefuses("", "Java 17 (" + folder.toRealPath().resolve("on-path-17/bin/java") + ")");
    Files.delete(onPath.resolve("java"));
    assertRefuses("", "Java 21 (" + usual.resolve("a-21/bin/java") + ")");
  }

  @Test
  void whereThereIsNoneOneSentenceSaysSo() {
    assertRefuses("", "none");
  }

  private void assertRefuses(Object javaHome, String found) {
    CommandResult result = start(javaHome);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.text())
        .isEqualTo(
            "Replication Lab needs Java 25 or newer, and found "
                + found
                + "; install one (Temurin or your system's openjdk-25), or set JAVA_HOME to the"
                + " folder where it is.");
  }

  @Test
  void oneThatDoesNotTellItsVersionIsAsked() throws IOException {
    Path chosen = silent("chosen", "25.0.3");
    Path old = silent("old", "17.0.15");
    assertStarts(chosen, chosen);
    assertRefuses(old, "Java 17 (" + old + "/bin/java)");

    putOnPath(chosen);
    assertStarts(chosen, old);
    Path told = java("usual/26", "26");
    assertStarts(told, old);
  }

  /**
   * Java itself would neither use nor renew what it kept for classes that are no longer the same.
   */
  @Test
  void whatWasKeptForAnotherProgramOrAnOlderBuildOfItGoes() throws IOException {
    Path java = java("new", "25");
    Path jar = Files.createFile(launcher.resolveSibling("replication-lab.jar"));
    Path classes = folder.resolve("cache/replication-lab/classes");
    Path archive = Files.createDirectories(classes).resolve("slides.jsa");
    Files.createFile(archive);
    start(java);
    assertThat(archive).as("of nobody knows which").doesNotExist();

    Files.createFile(archive);
    start(java);
    assertThat(archive).as("of this program").exists();

    FileTime later = FileTime.from(Instant.now().plusSeconds(60));
    Files.setLastModifiedTime(jar, later);
    start(java);
    assertThat(archive).as("of an older build").doesNotExist();

    Files.createFile(archive);
    Files.writeString(classes.resolve("program"), "/somewhere/else\n");
    start(java);
    assertThat(archive).as("of another").doesNotExist();
  }
}
