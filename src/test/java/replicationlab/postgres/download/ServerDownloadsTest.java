package replicationlab.postgres.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import replicationlab.postgres.install.Installation;
import replicationlab.postgres.install.Installation.Origin;
import replicationlab.postgres.install.Installations;
import replicationlab.postgres.install.SmallServer;
import replicationlab.process.Cancellation;
import replicationlab.process.CommandRunner;

/** Adding a PostgreSQL: it is here, whole and verified, or nothing of it is. */
@SuppressWarnings("NullAway.Init") // @BeforeEach does it
class ServerDownloadsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;

  private final List<Transfer> transfers = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final Cancellation cancellation = new Cancellation();
  private Consumer<Transfer> progress = transfers::add;
  private byte[] file;
  private ServerRelease release;
  private Installations installations;
  private FakeRepository repository;

  @BeforeEach
  void aRepositoryWithFourteen() throws Exception {
    byte[] noise = new byte[300_000];
    new Random(14).nextBytes(noise);
    Path jar =
        SmallServer.jar(
            folder,
            tar -> {
              SmallServer.content(tar);
              tar.file("share/noise", HexFormat.of().formatHex(noise), 0644);
            });
    file = Files.readAllBytes(jar);
    String platform = Catalogue.platforms(os(), System.getProperty("os.arch")).getFirst();
    release = new ServerRelease(platform, "14.24.0", file.length, sha256(file));
    installations =
        new Installations(
            new CommandRunner(), folder.resolve("none"), folder.resolve("cache"), Map.of());
    repository = new FakeRepository(file);
  }

  @AfterEach
  void close() {
    repository.close();
  }

  private static String os() {
    return System.getProperty("os.name");
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private ServerDownloads downloads(Duration patience) {
    return new ServerDownloads(new Catalogue(List.of(release)), installations, patience);
  }

  private Installation add(Duration patience) {
    return downloads(patience)
        .add(release, repository.address(), it -> progress.accept(it), words::add, cancellation);
  }

  private Path part() {
    return installations.addedJars().resolve(release.fileName() + ".part");
  }

  private void assertNothingIsLeft() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
      assertThat(files.filter(Files::isRegularFile))
          .allMatch(file -> file.getFileName().toString().endsWith(".lock"));
    }
    assertThat(installations.ours()).isEmpty();
    assertThat(downloads(PATIENCE).addable()).containsExactly(release);
  }

  private void assertAdded() {
    assertThat(installations.ours()).hasSize(1);
    Installation added = installations.choose("14", words::add);
    assertThat(added.origin()).isEqualTo(Origin.ADDED);
    assertThat(added.label()).isEqualTo("14.24 (added)");
    assertThat(added.bin().resolve("initdb")).isRegularFile();
    assertThat(part()).doesNotExist();
  }

  @Test
  void whatWasAddedIsVerifiedUnpackedAndListedLikeTheOthers() {
    assertThat(downloads(PATIENCE).addable()).containsExactly(release);

    Installation added = add(PATIENCE);

    assertThat(added.version().toString()).isEqualTo("14.24");
    assertAdded();
    assertThat(repository.paths)
        .containsExactly("/maven2/" + release.path())
        .allMatch(path -> path.endsWith("-14.24.0.jar"));
    assertThat(words.getFirst()).startsWith("Downloading PostgreSQL 14.24 from http://127.0.0.1:");
    assertThat(transfers).isSortedAccordingTo((a, b) -> Long.compare(a.bytes(), b.bytes()));
    assertThat(transfers.getLast().bytes()).isEqualTo(file.length);
    assertThat(transfers.getLast().fraction()).isEqualTo(1);
    assertThat(downloads(PATIENCE).addable()).isEmpty();
  }

  @Test
  void whatIsHereIsNotFetchedAgain() {
    add(PATIENCE);
    assertThat(add(PATIENCE).version().toString()).isEqualTo("14.24");
    assertThat(repository.paths).hasSize(1);
  }

  @Test
  void aTransferThatBreaksGoesOnWhereItBroke() {
    repository.breaksAfter = 100_000;

    add(PATIENCE);

    assertAdded();
    assertThat(repository.ranges).hasSizeGreaterThan(2).startsWith("");
    // What was on the line when it broke may be lost, so that it broke a little before.
    assertThat(repository.ranges.stream().skip(1))
        .allMatch(range -> range.matches("bytes=\\d+-"))
        .map(range -> Integer.parseInt(range.replaceAll("\\D", "")))
        .allMatch(from -> from > 0)
        .doesNotHaveDuplicates()
        .isSorted();
  }

  @Test
  void aRepositoryThatCannotGoOnBeginsAgain() {
    repository.canResume = false;
    repository.breaksAfter = 100_000;
    repository.breaks.set(2);

    add(PATIENCE);

    assertAdded();
    assertThat(repository.ranges).hasSize(3);
  }

  @Test
  void aTransferThatAlwaysBreaksIsGivenUp() throws IOException {
    repository.canResume = false;
    repository.breaksAfter = 100_000;

    assertThatThrownBy(() -> add(PATIENCE))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageStartingWith("The transfer of PostgreSQL 14.24 from http://127.0.0.1:")
        .hasMessageContaining("broke off")
        .hasMessageContaining("try again");
    assertNothingIsLeft();
  }

  @Test
  void whatAKilledProgramLeftBehindIsTakenUp() throws IOException {
    Files.createDirectories(part().getParent());
    Files.write(part(), java.util.Arrays.copyOf(file, 50_000));

    add(PATIENCE);

    assertAdded();
    assertThat(repository.ranges).containsExactly("bytes=50000-");
  }

  @Test
  void aDamagedHalfIsFetchedAgain() throws IOException {
    Files.createDirectories(part().getParent());
    Files.write(part(), new byte[50_000]);

    add(PATIENCE);

    assertAdded();
    assertThat(repository.ranges).containsExactly("bytes=50000-", "");
  }

  @Test
  void aFileOfAnotherDigestIsNotKept() throws IOException {
    release = new ServerRelease(release.platform(), "14.24.0", file.length, "0".repeat(64));

    assertThatThrownBy(() -> add(PATIENCE))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("is not the PostgreSQL 14.24 that this program knows")
        .hasMessageContaining("nothing was kept");
    assertNothingIsLeft();
  }

  @Test
  void aRepositoryWithoutItIsNamed() throws IOException {
    repository.status = 404;
    assertThatThrownBy(() -> add(PATIENCE))
        .hasMessageContaining(repository.address() + " has no PostgreSQL 14.24 for ")
        .hasMessageContaining("--repository");
    repository.status = 503;
    assertThatThrownBy(() -> add(PATIENCE)).hasMessageContaining("HTTP status 503");
    assertNothingIsLeft();
  }

  @Test
  void offlineItSaysSoAndWhatIsThere() throws IOException {
    Repository nobody;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = Repository.at("http://127.0.0.1:" + free.getLocalPort());
    }
    installations =
        new Installations(
            new CommandRunner(), Path.of("target/app/postgres"), folder.resolve("cache"), Map.of());

    assertThatThrownBy(() ->
            downloads(PATIENCE).add(release, nobody, transfers::add, words::add, cancellation))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageStartingWith("127.0.0.1 does not answer, so PostgreSQL 14.24 cannot be fetched")
        .hasMessageContaining("go online")
        .hasMessageContaining("18.6 (bundled)");
    assertThat(part()).doesNotExist();
  }

  @Test
  void aRepositoryThatFallsSilentIsGivenUp() throws IOException {
    repository.breaksAfter = 100_000;
    repository.hangs = true;
    repository.canResume = false;

    assertThatThrownBy(() -> add(Duration.ofMillis(700)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("try again");
    assertNothingIsLeft();
  }

  @Test
  void cancellingLeavesNothing() throws IOException {
    repository.breaksAfter = 100_000;
    repository.hangs = true;
    progress =
        transfer -> {
          if (transfer.bytes() >= 100_000) {
            // As a person does: from another thread, while the transfer waits.
            Thread.ofVirtual().start(cancellation::cancel);
          }
        };

    assertThatThrownBy(() -> add(PATIENCE)).isInstanceOf(CancellationException.class);
    assertNothingIsLeft();
  }

  @Test
  void cancellingBeforeAnAnswerLeavesNothing() throws IOException {
    cancellation.cancel();
    assertThatThrownBy(() -> add(PATIENCE)).isInstanceOf(CancellationException.class);
    assertNothingIsLeft();
  }

  @Test
  void cancellingWhileItIsUnpackedLeavesNothing() throws IOException {
    assertThatThrownBy(() ->
            downloads(PATIENCE)
                .add(
                    release,
                    repository.address(),
                    transfers::add,
                    said -> {
                      if (said.startsWith("Unpacking")) {
                        cancellation.cancel();
                      }
                    },
                    cancellation))
        .isInstanceOf(CancellationException.class);
    assertNothingIsLeft();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsNamed() throws IOException {
    Files.createDirectories(part().getParent());
    Files.createSymbolicLink(part(), Path.of("/dev/full"));

    assertThatThrownBy(() -> add(PATIENCE))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("cannot be written into " + installations.addedJars())
        .hasMessageContaining("has room");
    assertNothingIsLeft();
  }

  @Test
  void aDiskWithTooLittleRoomIsNotBegunUpon() throws IOException {
    release = new ServerRelease(release.platform(), "14.24.0", Long.MAX_VALUE / 8, "0".repeat(64));
    assertThatThrownBy(() -> add(PATIENCE))
        .hasMessageContaining("MB are free: make room there, and add it again.");
    assertThat(repository.paths).isEmpty();
    assertNothingIsLeft();
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Files.createDirectories(folder.resolve("cache"));
    Files.writeString(installations.addedJars(), "a file where the folder should be");
    assertThatThrownBy(() -> add(PATIENCE))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("cannot be written into " + installations.addedJars());
  }

  @Test
  void aSecondOneIsToldToWait() {
    repository.breaksAfter = 100_000;
    repository.hangs = true;
    CompletableFuture<Installation> first =
        CompletableFuture.supplyAsync(() ->
            downloads(PATIENCE)
                .add(release, repository.address(), it -> {}, it -> {}, cancellation));
    Awaitility.await().atMost(PATIENCE).until(() -> Files.exists(part()));

    assertThatThrownBy(() -> add(PATIENCE))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageStartingWith("Another window or terminal is adding a PostgreSQL just now");

    cancellation.cancel();
    assertThatThrownBy(first::join).hasRootCauseInstanceOf(CancellationException.class);
  }

  @Test
  void anUnknownVersionIsToldWhatThereIs() {
    assertThatThrownBy(() -> downloads(PATIENCE).release("8.4"))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("PostgreSQL 8.4 is not among those that can be added")
        .hasMessageContaining("there are 14.24.");
    assertThat(downloads(PATIENCE).release(" 14.24 ")).isEqualTo(release);
  }
}
