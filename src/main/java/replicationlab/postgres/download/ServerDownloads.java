package replicationlab.postgres.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import replicationlab.postgres.install.Installation;
import replicationlab.postgres.install.Installations;
import replicationlab.postgres.install.UnpackFailedException;
import replicationlab.process.Cancellation;

/**
 * Adds servers to those of this machine. One at a time, whoever else runs this program: a second
 * one is told to wait. May be used by many threads.
 */
public final class ServerDownloads {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What a server takes when it is unpacked, for each byte of its file, at most. */
  private static final long UNPACKED = 5;

  private final Catalogue catalogue;
  private final Installations installations;
  private final Path folder;
  private final Duration patience;

  /** Adds to these installations what this program knows for this machine. */
  public ServerDownloads(Installations installations) {
    this(Catalogue.forThisMachine(), installations, PATIENCE);
  }

  ServerDownloads(Catalogue catalogue, Installations installations, Duration patience) {
    this.catalogue = catalogue;
    this.installations = installations;
    this.folder = installations.addedJars();
    this.patience = patience;
  }

  /** What can be added: known, and neither bundled nor added already; the newest first. */
  public List<ServerRelease> addable() {
    List<Installation> here = installations.ours();
    return catalogue.releases().stream()
        .filter(release -> here.stream().noneMatch(it -> it.version().equals(release.version())))
        .toList();
  }

  /**
   * The release that a person means.
   *
   * @param wish "14" or "14.24"
   * @throws DownloadFailedException with what there is, if none is known
   */
  public ServerRelease release(String wish) {
    return catalogue
        .find(wish.strip())
        .orElseThrow(() ->
            new DownloadFailedException(
                "PostgreSQL %s is not among those that can be added, because no digest of it ships with this program; there are %s."
                    .formatted(wish.strip(), versions())));
  }

  private String versions() {
    String all =
        catalogue.releases().stream()
            .map(release -> release.version().toString())
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? "none for this kind of machine" : all;
  }

  /**
   * Downloads a server unless it is here, and makes it ready to be used.
   *
   * @param words is told, in a sentence, what is done
   * @throws DownloadFailedException if it cannot be had; nothing of it is kept
   * @throws CancellationException if cancelled; nothing of it is kept
   */
  public Installation add(
      ServerRelease release,
      Repository repository,
      Consumer<Transfer> progress,
      Consumer<String> words,
      Cancellation cancellation) {
    Path file = folder.resolve(release.fileName());
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = lock(channel)) {
        if (Files.exists(file)) {
          return ready(release, words, cancellation);
        }
        words.accept("Downloading %s from %s".formatted(release.name(), repository));
        fetch(release, repository, file, progress, cancellation);
        try {
          return ready(release, words, cancellation);
        } catch (CancellationException | UnpackFailedException e) {
          Files.deleteIfExists(file);
          throw e;
        } finally {
          lock.release();
        }
      }
    } catch (IOException e) {
      throw new DownloadFailedException(sentences(release, repository).of(e), e);
    }
  }

  /** Held while a server is added or removed. */
  static FileLock lock(FileChannel channel) throws IOException {
    @Nullable FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      lock = null;
    }
    if (lock == null) {
      throw new DownloadFailedException(
          "Another window or terminal is adding a PostgreSQL just now: wait until it is done, and"
              + " try again.");
    }
    return lock;
  }

  private Installation ready(
      ServerRelease release, Consumer<String> words, Cancellation cancellation) {
    return installations.choose(release.version().toString(), words, cancellation);
  }

  private DownloadTrouble sentences(ServerRelease release, Repository repository) {
    return new DownloadTrouble(release, repository, folder, installations.ours());
  }

  private void fetch(
      ServerRelease release,
      Repository repository,
      Path file,
      Consumer<Transfer> progress,
      Cancellation cancellation)
      throws IOException {
    requireRoom(release);
    Path part = file.resolveSibling(file.getFileName() + ".part");
    boolean resumed = Files.exists(part);
    Download download =
        new Download(
            repository.locate(release), part, release.bytes(), patience, progress, cancellation);
    try {
      download.run();
      if (resumed && !digest(part).equals(release.sha256())) {
        // The half that somebody left behind may be to blame.
        Files.delete(part);
        download.run();
      }
      if (!digest(part).equals(release.sha256())) {
        throw new DownloadFailedException(sentences(release, repository).wrongDigest());
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void requireRoom(ServerRelease release) throws IOException {
    long needed = release.bytes() * (1 + UNPACKED);
    long free = folder.toFile().getUsableSpace();
    if (free < needed) {
      throw new DownloadFailedException(
          "%s needs %d MB in %s, where %d MB are free: make room there, and add it again."
              .formatted(release.name(), needed / 1_000_000, folder, free / 1_000_000));
    }
  }

  private static String digest(Path file) throws IOException {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new AssertionError(everyJavaHasIt);
    }
  }
}
