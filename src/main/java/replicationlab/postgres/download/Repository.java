package replicationlab.postgres.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A Maven repository that servers are fetched from.
 *
 * @param address with http or https, and a slash at its end
 */
public record Repository(URI address) {

  /** The environment variable that names another repository than the usual one. */
  public static final String VARIABLE = "REPLICATION_LAB_REPOSITORY";

  /** The system property that does so; the variable goes before it. */
  public static final String PROPERTY = "replicationlab.repository";

  private static final String BUILT_IN = "repository.properties";

  /**
   * The repository at an address.
   *
   * @throws IllegalArgumentException with a sentence, if it is none that can be fetched from
   */
  public static Repository at(String address) {
    String text = address.strip();
    try {
      URI uri = new URI(text.endsWith("/") ? text : text + "/");
      String scheme = Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
      if ((scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null) {
        return new Repository(uri);
      }
    } catch (URISyntaxException e) {
      throw notOne(text);
    }
    throw notOne(text);
  }

  private static IllegalArgumentException notOne(String text) {
    return new IllegalArgumentException(
        "\"%s\" is not the address of a Maven repository: it begins with https:// or http:// and a host."
            .formatted(text));
  }

  /**
   * The one to use when none is named: the environment's, the system property's, the one remembered
   * in the settings, or else the one that this program was built from.
   *
   * @param remembered the settings' address; blank if there is none
   * @throws IllegalArgumentException if the address that counts is none
   */
  public static Optional<Repository> usual(Map<String, String> environment, String remembered) {
    return Stream.of(
            environment.getOrDefault(VARIABLE, ""),
            System.getProperty(PROPERTY, ""),
            remembered,
            builtIn())
        .filter(address -> !address.isBlank())
        .findFirst()
        .map(Repository::at);
  }

  /**
   * What Maven wrote in when it built this program: the repository that it got the bundled servers
   * from. Blank if something else built it.
   */
  static String builtIn() {
    Properties properties = new Properties();
    try (InputStream file = Repository.class.getResourceAsStream(BUILT_IN)) {
      properties.load(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String address = properties.getProperty("repository", "");
    return address.contains("${") ? "" : address;
  }

  URI locate(ServerRelease release) {
    return address.resolve(release.path());
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
