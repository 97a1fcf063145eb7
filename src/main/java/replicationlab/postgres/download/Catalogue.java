package replicationlab.postgres.download;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The servers whose digests ship with this program: only these are fetched. */
public final class Catalogue {

  private static final String FILE = "servers.txt";

  private final List<ServerRelease> releases;

  Catalogue(List<ServerRelease> releases) {
    this.releases =
        releases.stream().sorted(comparing(ServerRelease::version, reverseOrder())).toList();
  }

  /** Those for this machine, the newest first. */
  public static Catalogue forThisMachine() {
    return shipped(platforms(System.getProperty("os.name"), System.getProperty("os.arch")));
  }

  /**
   * Those for a machine that runs these platforms' programs; of one version made for several, the
   * first platform's.
   */
  static Catalogue shipped(List<String> platforms) {
    try (InputStream file = Catalogue.class.getResourceAsStream(FILE)) {
      String text =
          new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.US_ASCII);
      List<ServerRelease> all = parse(text);
      List<String> versions = all.stream().map(ServerRelease::artifactVersion).distinct().toList();
      return new Catalogue(
          versions.stream()
              .flatMap(version ->
                  platforms.stream()
                      .flatMap(platform ->
                          all.stream()
                              .filter(it -> it.artifactVersion().equals(version))
                              .filter(it -> it.platform().equals(platform)))
                      .limit(1))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines of platform, version, bytes and SHA-256; a line that begins with # says something. */
  static List<ServerRelease> parse(String text) {
    return text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.strip().split("\\s+", -1))
        .map(word -> new ServerRelease(word[0], word[1], Long.parseLong(word[2]), word[3]))
        .toList();
  }

  /** What a machine runs, the best first: Apple silicon runs Intel's programs, too. */
  static List<String> platforms(String system, String architecture) {
    String name = system.toLowerCase(Locale.ROOT);
    String family =
        name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : name;
    boolean arm = architecture.equals("aarch64");
    String own = family + (arm ? "-arm64v8" : "-" + architecture.replace("x86_64", "amd64"));
    return arm && family.equals("darwin") ? List.of(own, "darwin-amd64") : List.of(own);
  }

  /** All, the newest first. */
  public List<ServerRelease> releases() {
    return releases;
  }

  /** The newest that a person means by "14" or "14.24". */
  public Optional<ServerRelease> find(String wish) {
    return releases.stream()
        .filter(release ->
            release.version().majorName().equals(wish) || release.version().toString().equals(wish))
        .findFirst();
  }
}
