package replicationlab.postgres.install;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import replicationlab.process.Cancellation;

/** The compressed server inside a bundled jar: one {@code postgres-*.txz}. */
final class ServerArchive {

  private static final boolean HAS_PERMISSIONS =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final PosixFilePermission[] FROM_LOWEST_BIT = {
    PosixFilePermission.OTHERS_EXECUTE,
    PosixFilePermission.OTHERS_WRITE,
    PosixFilePermission.OTHERS_READ,
    PosixFilePermission.GROUP_EXECUTE,
    PosixFilePermission.GROUP_WRITE,
    PosixFilePermission.GROUP_READ,
    PosixFilePermission.OWNER_EXECUTE,
    PosixFilePermission.OWNER_WRITE,
    PosixFilePermission.OWNER_READ,
  };

  private final Path jar;

  ServerArchive(Path jar) {
    this.jar = jar;
  }

  /**
   * Unpacks everything into an existing, empty folder.
   *
   * @throws IOException if the archive is damaged, would write elsewhere, or the disk is full
   * @throws CancellationException if cancelled
   */
  void unpackInto(Path folder, Cancellation cancellation) throws IOException {
    Map<Path, Path> links = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile());
        TarArchiveInputStream tar =
            new TarArchiveInputStream(
                Xz.uncompressed(new BufferedInputStream(zip.getInputStream(in(zip)))))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (cancellation.isCancelled()) {
          throw new CancellationException("unpacking was cancelled");
        }
        Path target = inside(folder, folder, entry.getName());
        if (entry.isSymbolicLink()) {
          inside(folder, parent(target), entry.getLinkName());
          links.put(target, Path.of(entry.getLinkName()));
        } else {
          unpack(tar, entry, folder, target);
        }
      }
    } catch (IllegalArgumentException damaged) {
      throw new IOException("the archive is damaged: " + damaged.getMessage(), damaged);
    }
    makeLinks(folder, links);
  }

  /**
   * A class of its own, so that the library is loaded by nobody who does not unpack: it is a sealed
   * jar, and Java 25 refuses to start from an AOT cache that has classes of one that was moved.
   */
  private static final class Xz {
    static InputStream uncompressed(InputStream archive) throws IOException {
      return new XZCompressorInputStream(archive);
    }
  }

  /** A server's jar holds one archive. */
  static ZipEntry in(ZipFile zip) throws IOException {
    return zip.stream()
        .filter(entry -> entry.getName().endsWith(".txz"))
        .map(ZipEntry.class::cast)
        .findFirst()
        .orElseThrow(
            () -> new IOException(Path.of(zip.getName()).getFileName() + " holds no .txz"));
  }

  private static void unpack(
      TarArchiveInputStream tar, TarArchiveEntry entry, Path folder, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      OpenFolder.make(target);
      return;
    }
    OpenFolder.make(parent(target));
    if (entry.isLink()) {
      Files.copy(inside(folder, folder, entry.getLinkName()), target);
    } else if (entry.isFile()) {
      Files.copy(tar, target);
    } else {
      throw new IOException("the archive is damaged: " + entry.getName() + " is no file");
    }
    if (HAS_PERMISSIONS) {
      Files.setPosixFilePermissions(target, permissions(entry.getMode()));
    }
  }

  /** Last, so that nothing is ever written through one. */
  private static void makeLinks(Path folder, Map<Path, Path> links) throws IOException {
    for (Map.Entry<Path, Path> link : links.entrySet()) {
      OpenFolder.make(parent(link.getKey()));
      Files.createSymbolicLink(link.getKey(), link.getValue());
    }
    Path realFolder = folder.toRealPath();
    for (Path link : links.keySet()) {
      // The text of a link can look harmless and lead out by way of other links.
      if (Files.exists(link) && !link.toRealPath().startsWith(realFolder)) {
        throw new IOException("the archive is damaged: " + link.getFileName() + " leads out of it");
      }
    }
  }

  private static Path inside(Path folder, Path base, String name) throws IOException {
    Path target = base.resolve(name).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("the archive is damaged: " + name + " leads out of it");
    }
    return target;
  }

  private static Path parent(Path target) throws IOException {
    Path parent = target.getParent();
    if (parent == null) {
      throw new IOException("the archive is damaged: " + target + " has no folder");
    }
    return parent;
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> permissions = EnumSet.of(PosixFilePermission.OWNER_READ);
    for (int bit = 0; bit < FROM_LOWEST_BIT.length; bit++) {
      if ((mode & (1 << bit)) != 0) {
        permissions.add(FROM_LOWEST_BIT[bit]);
      }
    }
    return permissions;
  }
}
