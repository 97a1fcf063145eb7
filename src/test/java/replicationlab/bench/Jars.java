package replicationlab.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packed program with these measurements as a class path of jars alone. */
final class Jars {

  private Jars() {}

  /** Packs the measurements once, into a folder. */
  static String of(Path folder) throws IOException {
    Path measurements = folder.resolve("measurements.jar");
    if (!Files.exists(measurements)) {
      String classes = "target/test-classes";
      ToolProvider.findFirst("jar")
          .orElseThrow()
          .run(
              System.out,
              System.err,
              "--create",
              "--file",
              measurements.toString(),
              "-C",
              classes,
              Jars.class.getPackageName().replace('.', '/'));
    }
    Path program = Objects.requireNonNull(ChildJvm.PROGRAM.getParent());
    try (Stream<Path> libraries = Files.list(program.resolve("lib"))) {
      List<Path> sorted = libraries.sorted().toList();
      return Stream.concat(
              Stream.of(program.resolve("replication-lab.jar"), measurements), sorted.stream())
          .map(Path::toString)
          .collect(Collectors.joining(File.pathSeparator));
    }
  }
}
