package replicationlab.postgres.xray;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The tablespaces outside of a data directory: by their number, where they lie. */
record Tablespaces(Map<String, String> places) {

  Tablespaces {
    places = Map.copyOf(places);
  }

  static Tablespaces of(Path data) {
    Map<String, String> places = new TreeMap<>();
    try (DirectoryStream<Path> links = Files.newDirectoryStream(data.resolve("pg_tblspc"))) {
      for (Path link : links) {
        String target =
            Files.isSymbolicLink(link) ? Files.readSymbolicLink(link).toString() : "inside";
        places.put(String.valueOf(link.getFileName()), target);
      }
    } catch (IOException none) {
      return new Tablespaces(Map.of());
    }
    return new Tablespaces(places);
  }

  String words() {
    return places.isEmpty()
        ? "none"
        : String.join(
            ", ", places.entrySet().stream().map(e -> e.getKey() + " → " + e.getValue()).toList());
  }
}
