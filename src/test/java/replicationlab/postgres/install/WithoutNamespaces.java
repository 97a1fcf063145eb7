package replicationlab.postgres.install;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** The environment of a machine that refuses what some programs ask for, as containers do. */
public final class WithoutNamespaces {

  private WithoutNamespaces() {}

  /** User namespaces are refused. */
  public static Map<String, String> environment(Path bin) throws IOException {
    return refusing(bin, "unshare");
  }

  /** The programs are there, and fail. */
  static Map<String, String> refusing(Path bin, String... programs) throws IOException {
    Files.createDirectories(bin);
    for (String program : programs) {
      Path file = bin.resolve(program);
      Files.writeString(
          file, "#!/bin/sh\necho '" + program + " failed: Operation not permitted' >&2\nexit 1\n");
      if (!file.toFile().setExecutable(true, false)) {
        throw new IOException(file + " cannot be made executable");
      }
    }
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Map.of("PATH", bin + File.pathSeparator + path);
  }
}
