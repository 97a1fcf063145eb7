package replicationlab.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Lines that are remembered of each deck: a folder with a file a deck. */
final class DeckLines {

  private final DeckFiles files;

  DeckLines(Path folder) {
    files = new DeckFiles(folder, ".txt");
  }

  /** None if nothing can be read: what is remembered here can be said or read again. */
  List<String> of(String deck) {
    Path file = file(deck);
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  void write(String deck, Collection<String> lines) throws IOException {
    files.write(deck, lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
  }

  Path file(String deck) {
    return files.of(deck);
  }
}
