package replicationlab.postgres.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Scripts that answer --version and can do nothing else. */
final class FakePrograms {

  private FakePrograms() {}

  static Path make(Path bin, String version, Program... programs) throws IOException {
    Files.createDirectories(bin);
    for (Program program : programs) {
      Path file = bin.resolve(program.command());
      Files.writeString(
          file, "#!/bin/sh\necho '%s (PostgreSQL) %s'\n".formatted(program.command(), version));
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    return bin;
  }

  static Path makeServer(Path bin, String version) throws IOException {
    return make(bin, version, Program.INITDB, Program.PG_CTL, Program.POSTGRES);
  }
}
