package replicationlab.postgres.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be fetched, how it is recognised, and from where. */
class CatalogueTest {

  @Test
  void knowsTenMajorsForLinux() {
    assertThat(Catalogue.shipped(List.of("linux-amd64")).releases())
        .extracting(release -> release.version().majorName())
        .containsExactly("18", "17", "16", "15", "14", "13", "12", "11", "10", "9.6");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"linux-amd64", "linux-arm64v8", "darwin-amd64", "darwin-arm64v8", "windows-amd64"})
  void everyDigestIsWholeAndNoneIsThereTwice(String platform) {
    List<ServerRelease> releases = Catalogue.shipped(List.of(platform)).releases();
    assertThat(releases)
        .isNotEmpty()
        .allSatisfy(release -> {
          assertThat(release.platform()).isEqualTo(platform);
          assertThat(release.sha256()).matches("[0-9a-f]{64}");
          assertThat(release.bytes()).isBetween(5_000_000L, 200_000_000L);
        });
    assertThat(releases).extracting(ServerRelease::sha256).doesNotHaveDuplicates();
    assertThat(releases).extracting(ServerRelease::artifactVersion).doesNotHaveDuplicates();
  }

  @Test
  void theBundledServersHaveTheDigestsThatShip() throws Exception {
    Catalogue catalogue = Catalogue.shipped(List.of("linux-amd64"));
    try (Stream<Path> jars = Files.list(Path.of("target/app/postgres"))) {
      assertThat(jars.filter(jar -> jar.toString().contains("-linux-amd64-")))
          .isNotEmpty()
          .allSatisfy(jar ->
              assertThat(catalogue.releases())
                  .filteredOn(it -> jar.endsWith(Path.of(it.path()).getFileName()))
                  .singleElement()
                  .extracting(ServerRelease::sha256)
                  .isEqualTo(sha256(jar)));
    }
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aMachineRunsItsOwnKindAndAppleSiliconIntelsToo() {
    assertThat(Catalogue.platforms("Linux", "amd64")).containsExactly("linux-amd64");
    assertThat(Catalogue.platforms("Linux", "aarch64")).containsExactly("linux-arm64v8");
    assertThat(Catalogue.platforms("Windows 11", "amd64")).containsExactly("windows-amd64");
    assertThat(Catalogue.platforms("Mac OS X", "x86_64")).containsExactly("darwin-amd64");
    List<String> apple = Catalogue.platforms("Mac OS X", "aarch64");
    assertThat(apple).containsExactly("darwin-arm64v8", "darwin-amd64");
    assertThat(Catalogue.shipped(apple).find("17"))
        .get()
        .extracting(ServerRelease::platform)
        .isEqualTo("darwin-arm64v8");
    assertThat(Catalogue.shipped(List.of("solaris-sparc")).releases()).isEmpty();
  }

  @Test
  void aRepositoryIsNamedByTheEnvironmentOrTheSettingsOrTheBuild() {
    Map<String, String> environment = Map.of(Repository.VARIABLE, "https://maven.example/repo");
    assertThat(Repository.usual(environment, "https://other.example/"))
        .contains(Repository.at("https://maven.example/repo/"));
    assertThat(Repository.usual(Map.of(), " https://other.example "))
        .contains(Repository.at("https://other.example/"));
    assertThat(Repository.usual(Map.of(), "").map(Repository::toString).orElse(""))
        .satisfiesAnyOf(
            built -> assertThat(built).startsWith("http").endsWith("/"),
            // An IDE's build does not write an address into it.
            built -> assertThat(built).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "maven.example/repo", "ftp://maven.example/", "https:///x", "http://a b/"})
  void whatIsNoRepositoryIsRefusedWithASentence(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Repository.at(address))
        .withMessageContaining("is not the address of a Maven repository");
  }
}
