package replicationlab.machine;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** What kind of file system the workspace is on: a server wants a disk of its own machine. */
final class FileSystemProbe implements Probe {

  private static final Set<String> DISTANT =
      Set.of(
          "nfs",
          "nfs4",
          "cifs",
          "smb2",
          "smb3",
          "smbfs",
          "fuse.sshfs",
          "afs",
          "9p",
          "drvfs",
          "davfs",
          "vboxsf",
          "fuse.vmhgfs-fuse",
          "prl_fs",
          "virtiofs");

  private final Path folder;
  private final String type;

  FileSystemProbe(Path folder) {
    this(folder, type(folder));
  }

  FileSystemProbe(Path folder, String type) {
    this.folder = folder;
    this.type = type;
  }

  private static String type(Path folder) {
    try {
      FileStore store = Files.getFileStore(folder);
      return store.type();
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public String name() {
    return "File system";
  }

  @Override
  public Diagnosis look() throws IOException {
    if (type.isEmpty()) {
      return Diagnosis.unknown(name(), "the system does not tell what " + folder + " is on");
    }
    String measured = type + (ignoresCase() ? ", which ignores case" : "");
    return DISTANT.contains(type.toLowerCase(Locale.ROOT))
        ? Diagnosis.warning(
            name(),
            measured + ", shared or over the network",
            "Choose a workspace on a disk of this machine: such a file system may not keep what a"
                + " server was promised to be kept, nor its permissions.")
        : Diagnosis.ok(name(), measured);
  }

  private boolean ignoresCase() throws IOException {
    if (!Files.isWritable(folder)) {
      return false;
    }
    Path file = Files.createTempFile(folder, ".replication-lab-case", ".tmp");
    try {
      return Files.exists(
          file.resolveSibling(file.getFileName().toString().toUpperCase(Locale.ROOT)));
    } finally {
      Files.delete(file);
    }
  }
}
