package replicationlab.checkpoint;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import replicationlab.files.OwnerOnly;
import replicationlab.files.WholeFile;
import replicationlab.files.WholeFile.Care;

/**
 * Copies of files, each named by its content's SHA-256, so that what two clusters or two steps have
 * in common is kept once, and damage is noticed. Compressed: a WAL file is mostly zeros. What is
 * kept is never changed.
 */
final class BlobStore {

  private static final int BUFFER = 64 * 1024;
  private static final int LOCKS = 64;

  private final Path folder;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  /** What was found whole, and by what a change of it since would show. */
  private final Map<String, FileFacts> whole = new ConcurrentHashMap<>();

  /** Two files with one content may be put at once: one of them is written. */
  private final List<Object> locks = Stream.generate(Object::new).limit(LOCKS).toList();

  BlobStore(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    OwnerOnly.restrict(folder);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (file.toString().endsWith(WholeFile.ENDING)) {
          Files.delete(file);
        } else {
          known.add(file.getFileName().toString());
        }
      }
    }
  }

  /** Keeps a file's content; answers with its name here. Several threads may do so. */
  String put(Path file) throws IOException {
    String digest = digest(file);
    synchronized (locks.get(Math.floorMod(digest.hashCode(), LOCKS))) {
      if (!isStillWhole(digest)) {
        Path kept = folder.resolve(digest);
        WholeFile.write(kept, out -> deflate(file, out), Care.OWNER_ONLY);
        known.add(digest);
        whole.put(digest, FileFacts.of(kept));
      }
    }
    return digest;
  }

  private static void deflate(Path file, OutputStream out) throws IOException {
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    try {
      DeflaterOutputStream deflated = new DeflaterOutputStream(out, fast, BUFFER);
      Files.copy(file, deflated);
      deflated.finish();
    } finally {
      fast.end();
    }
  }

  boolean has(String digest) {
    return known.contains(digest);
  }

  /** The names of all that is kept. */
  Set<String> all() {
    return Set.copyOf(known);
  }

  long size(String digest) throws IOException {
    return Files.size(folder.resolve(digest));
  }

  /**
   * Writes a content into a new file of its own.
   *
   * @throws DamagedException if what is kept is missing or was damaged
   */
  void copy(String digest, Path target) throws IOException {
    try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
      inflate(digest, out);
    }
  }

  /** Whether a content is there and is what it was. Reads all of it. */
  boolean isWhole(String digest) throws IOException {
    try {
      inflate(digest, OutputStream.nullOutputStream());
      return true;
    } catch (DamagedException damaged) {
      return false;
    }
  }

  /**
   * The same for one that is about to be used again: it is read only if its file is another than
   * the one that was last found whole.
   */
  boolean isStillWhole(String digest) throws IOException {
    Path file = folder.resolve(digest);
    if (!known.contains(digest) || !Files.exists(file)) {
      return false;
    }
    FileFacts now = FileFacts.of(file);
    if (now.equals(whole.get(digest))) {
      return true;
    }
    boolean sound = isWhole(digest);
    if (sound) {
      whole.put(digest, now);
    }
    return sound;
  }

  private void inflate(String digest, OutputStream out) throws IOException {
    MessageDigest sum = sha256();
    Inflater inflater = new Inflater();
    try (InputStream in =
        new DigestInputStream(
            new InflaterInputStream(Files.newInputStream(folder.resolve(digest)), inflater, BUFFER),
            sum)) {
      in.transferTo(out);
    } catch (ZipException | EOFException | NoSuchFileException e) {
      throw damaged();
    } finally {
      inflater.end();
    }
    if (!HexFormat.of().formatHex(sum.digest()).equals(digest)) {
      throw damaged();
    }
  }

  private static DamagedException damaged() {
    return new DamagedException("a kept file is missing or is not what it was");
  }

  void remove(String digest) throws IOException {
    Files.deleteIfExists(folder.resolve(digest));
    known.remove(digest);
    whole.remove(digest);
  }

  private static String digest(Path file) throws IOException {
    MessageDigest sum = sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sum.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(sum.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
