package replicationlab.postgres.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.process.Cancellation;
import replicationlab.process.CommandRequest;
import replicationlab.process.CommandResult;
import replicationlab.process.CommandRunner;

class UnpackingTest {

  @TempDir Path folder;

  @Test
  void keepsExecutableBitsAndLinks() throws IOException {
    Path server = unpackedFolder(chooseSmall(progress -> {}));

    assertThat(server.resolve("bin/initdb")).isExecutable();
    assertThat(Files.isExecutable(server.resolve("share/readme"))).isFalse();
    assertThat(server.resolve("lib/libpq.so")).isSymbolicLink().hasContent("library");
  }

  @Test
  void unpacksOnce() throws IOException {
    List<String> told = new ArrayList<>();

    chooseSmall(told::add);
    chooseSmall(told::add);

    assertThat(told)
        .containsExactly(
            "Unpacking PostgreSQL 18.6, which is done once", "PostgreSQL 18.6 is unpacked");
  }

  @Test
  void healsWhatACrashOrATidyUpHasLeftInPieces() throws IOException {
    Path server = unpackedFolder(chooseSmall(progress -> {}));
    Files.delete(server.resolve("lib/libpq.so.5"));
    Path unfinished = server.resolveSibling(server.getFileName() + ".unfinished");
    Files.createDirectories(unfinished.resolve("bin"));

    chooseSmall(progress -> {});

    assertThat(server.resolve("lib/libpq.so")).hasContent("library");
    assertThat(unfinished).doesNotExist();
  }

  @Test
  void leavesNothingHalfUnpackedWhenCancelled() throws IOException {
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();

    assertThatThrownBy(() -> small().choose("18", progress -> {}, cancelled))
        .isInstanceOf(CancellationException.class);

    assertOnlyLocksIn(folder.resolve("cache"));
  }

  @Test
  void refusesAnArchiveThatLeadsOutOfItsFolder() throws IOException {
    TarArchiveEntry link = new TarArchiveEntry("lib/up", TarConstants.LF_SYMLINK);
    link.setLinkName("../../outside");

    assertRefused(tar -> tar.file("../evil", "x", 0644));
    assertRefused(tar -> tar.entry(link));
    assertRefused(tar -> {
      tar.file("d/file", "x", 0644);
      tar.link("d/here", ".");
      tar.link("d/out", "here/here/here/../../..");
    });
    assertThat(folder.resolve("evil")).doesNotExist();
  }

  @Test
  void saysInASentenceWhyItFailsAndLeavesNothing() throws IOException {
    Path jars = Files.createDirectories(folder.resolve("jars"));
    Path jar = SmallServer.jar(jars, SmallServer::content);
    byte[] whole = Files.readAllBytes(jar);
    Files.write(jar, java.util.Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> installations(jars).choose("18", progress -> {}))
        .isInstanceOf(UnpackFailedException.class)
        .hasMessageStartingWith("PostgreSQL 18.6 could not be unpacked into ")
        .hasMessageEndingWith("can be written to and has 100 MB left.");

    assertOnlyLocksIn(folder.resolve("cache"));
  }

  @Test
  void aFullDiskLeavesNothingBehind() throws IOException {
    CommandResult result = anotherProgram("ulimit -f 2000; exec \"$@\"");

    assertThat(result.succeeded()).isFalse();
    assertThat(result.text()).contains("could not be unpacked into").contains("has 100 MB left");
    assertOnlyLocksIn(folder.resolve("cache"));
  }

  @Test
  void manyThreadsAndProgramsAtOnceUnpackItOnce() throws IOException {
    List<CompletableFuture<CommandResult>> programs =
        IntStream.range(0, 2)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> anotherProgram("exec \"$@\"")))
            .toList();
    List<String> told = java.util.Collections.synchronizedList(new ArrayList<>());
    List<CompletableFuture<Void>> threads =
        IntStream.range(0, 3)
            .mapToObj(i ->
                CompletableFuture.runAsync(() -> installations(BUNDLED).choose("18", told::add)))
            .toList();
    threads.forEach(CompletableFuture::join);
    programs.forEach(program -> told.add(program.join().text()));

    assertThat(String.join("\n", told).lines().filter(line -> line.contains("is unpacked")))
        .hasSize(1);
    assertThat(programs).allMatch(program -> program.join().succeeded());
  }

  private static final Path BUNDLED = Path.of("target/app/postgres");

  private CommandResult anotherProgram(String script) {
    List<String> command =
        List.of(
            "sh",
            "-c",
            script,
            "sh",
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            UnpackAlone.class.getName(),
            BUNDLED.toString(),
            folder.resolve("cache").toString());
    return new CommandRunner()
        .run(new CommandRequest(command, Path.of(""), Map.of(), Duration.ofMinutes(1)));
  }

  private Installation chooseSmall(Consumer<String> progress) throws IOException {
    return small().choose("18", progress);
  }

  private Installations small() throws IOException {
    Path jars = folder.resolve("jars");
    if (!Files.exists(jars)) {
      SmallServer.jar(Files.createDirectories(jars), SmallServer::content);
    }
    return installations(jars);
  }

  private void assertRefused(SmallServer.Content content) throws IOException {
    Path jars = Files.createDirectories(folder.resolve("bad"));
    SmallServer.jar(jars, content);

    assertThatThrownBy(() -> installations(jars).choose("18", progress -> {}))
        .isInstanceOf(UnpackFailedException.class)
        .hasMessageContaining("leads out of it");
    assertOnlyLocksIn(folder.resolve("cache"));
  }

  private static void assertOnlyLocksIn(Path cache) throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      assertThat(files).allMatch(file -> file.toString().endsWith(".lock"));
    }
  }

  private static Path unpackedFolder(Installation installation) {
    return installation.bin().resolveSibling("");
  }

  private Installations installations(Path jars) {
    return new Installations(new CommandRunner(), jars, folder.resolve("cache"), Map.of());
  }
}
