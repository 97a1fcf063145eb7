package replicationlab.postgres.install;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where an installation keeps its samples; packagers disagree. */
final class ShareFolder {

  private ShareFolder() {}

  static Path of(Path bin, Version version) {
    Path base = bin.resolveSibling("share");
    String major = version.majorName();
    return Stream.of(
            base.resolve("postgresql"),
            base.resolve("postgresql@" + major),
            base,
            Path.of("/usr/share/postgresql", major),
            Path.of("/usr/share/pgsql"))
        .filter(folder -> Files.exists(folder.resolve("postgresql.conf.sample")))
        .findFirst()
        .orElse(base);
  }
}
